"""The word boxes of a page as bytes in the catalogue: little-endian on every machine, and compressed."""

from __future__ import annotations

import sys
import zlib
from array import array

from archive_app.domain.page import WordBoxes

#: Bytes of one word: its start and its end (unsigned 32 bit), and four 32 bit floats.
_WORD = 24
_SWAP = sys.byteorder == "big"


def pack(words: WordBoxes) -> bytes:
    """All starts, then all ends, then all boxes. No bytes where there are no words."""
    starts, ends, boxes = words.to_bytes()
    return zlib.compress(_little("I", starts) + _little("I", ends) + _little("f", boxes)) if starts else b""


def unpack(blob: bytes) -> WordBoxes:
    """The words that ``pack`` wrote."""
    if not blob:
        return WordBoxes()
    data = zlib.decompress(blob)
    end = len(data) // _WORD * 4
    return WordBoxes.from_bytes(
        (_little("I", data[:end]), _little("I", data[end : 2 * end]), _little("f", data[2 * end :]))
    )


def _little(kind: str, data: bytes) -> bytes:
    """Turns the machine's order into little-endian, and back."""
    if not _SWAP:
        return data
    values = array(kind)
    values.frombytes(data)
    values.byteswap()
    return values.tobytes()
