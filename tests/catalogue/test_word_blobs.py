from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.catalogue import word_blobs
from archive_app.domain.evidence import Box
from archive_app.domain.page import WordBoxes

_points = st.floats(-100, 20_000, width=32)
_words = st.lists(
    st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1), st.builds(Box, _points, _points, _points, _points))
)


@given(_words)
def test_words_come_back_as_they_were(words: list[tuple[int, int, Box]]) -> None:
    boxes = WordBoxes(words)

    assert word_blobs.unpack(word_blobs.pack(boxes)).to_bytes() == boxes.to_bytes()


def test_no_words_take_no_bytes() -> None:
    assert word_blobs.pack(WordBoxes()) == b""
    assert len(word_blobs.unpack(b"")) == 0


def test_numbers_are_little_endian_with_like_bytes_together() -> None:
    blob = word_blobs.pack(WordBoxes([(1, 2, Box(3, 4, 5, 6)), (0x01020304, 8, Box(9, 10, 11, 12))]))

    plain = zlib.decompress(blob)
    assert plain[:8] == bytes([1, 4, 0, 3, 0, 2, 0, 1])
    assert bytes(plain[16 + 2 * byte] for byte in range(4)) == struct.pack("<f", 3.0)


def test_a_big_endian_machine_writes_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = WordBoxes([(1, 6, Box(3, 4, 5.5, 6))]), WordBoxes([(1, 6, Box(3, 4, 5.5, 6))])
    for values in (there.starts, there.ends, there.boxes):
        values.byteswap()  # what the arrays of such a machine look like from here
    expected = word_blobs.pack(here)

    monkeypatch.setattr(word_blobs, "_SWAP", not word_blobs._SWAP)

    assert word_blobs.pack(there) == expected
    assert word_blobs.unpack(expected).to_bytes() == there.to_bytes()
