"""The word boxes of a page as bytes in the catalogue: little-endian on every machine, and compressed.

Before compression the first bytes of all numbers stand together, then all second bytes, and so on, with each side of
the boxes by itself: neighbours differ little there, which makes the result a fifth smaller and is faster.
"""

from __future__ import annotations

import sys
import zlib
from array import array

from archive_app.domain.page import WordBoxes

#: Bytes of a start, an end (unsigned 32 bit) and a box (four 32 bit floats): one word has one of each.
_WIDTHS = (4, 4, 16)
_SWAP = sys.byteorder == "big"


def pack(words: WordBoxes) -> bytes:
    """All starts, then all ends, then all boxes. No bytes where there are no words."""
    if not len(words):
        return b""
    parts = zip(words.to_bytes(), _WIDTHS, strict=True)
    return zlib.compress(b"".join(_apart(_little(data), width) for data, width in parts))


def unpack(blob: bytes) -> WordBoxes:
    """The words that ``pack`` wrote."""
    if not blob:
        return WordBoxes()
    data = zlib.decompress(blob)
    count = len(data) // sum(_WIDTHS)
    starts, ends, boxes = data[: 4 * count], data[4 * count : 8 * count], data[8 * count :]
    return WordBoxes.from_bytes(
        (_little(_together(starts, 4)), _little(_together(ends, 4)), _little(_together(boxes, 16)))
    )


def _apart(data: bytes, width: int) -> bytes:
    """The first byte of every item of this width, then the second of every item, …"""
    return b"".join(data[offset::width] for offset in range(width))


def _together(data: bytes, width: int) -> bytes:
    """What ``_apart`` took apart."""
    count = len(data) // width
    whole = bytearray(len(data))
    for offset in range(width):
        whole[offset::width] = data[offset * count : (offset + 1) * count]
    return bytes(whole)


def _little(data: bytes) -> bytes:
    """Turns 32 bit numbers from the machine's order into little-endian, and back."""
    if not _SWAP:
        return data
    values = array("I", data)
    values.byteswap()
    return values.tobytes()
