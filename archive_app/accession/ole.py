"""The names in an OLE compound file's directory: what tells a saved message from an old workbook."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER_SIZE = 512
_ENTRY_SIZE = 128
_LAST_SECTOR = 0xFFFFFFFA
_MOST_SECTORS = 4096


def entry_names(stream: BinaryIO) -> set[str]:
    """Names of all streams and storages, at any depth; those read so far where the file is cut short."""
    header = stream.read(_HEADER_SIZE)
    if len(header) < _HEADER_SIZE or not header.startswith(SIGNATURE):
        return set()
    names = set()
    for sector in _directory_sectors(stream, header):
        for start in range(0, len(sector) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
            names.add(_name(sector[start : start + _ENTRY_SIZE]))
    return names - {""}


def _name(entry: bytes) -> str:
    size = min(struct.unpack_from("<H", entry, 64)[0], 64)
    return entry[: max(size - 2, 0)].decode("utf-16-le", "ignore")


def _directory_sectors(stream: BinaryIO, header: bytes) -> Iterator[bytes]:
    """The directory's sectors along their chain, as many as an honest file has at most."""
    size = 1 << min(struct.unpack_from("<H", header, 30)[0], 12)
    number = struct.unpack_from("<I", header, 48)[0]
    tables = [sector for sector in struct.unpack_from("<109I", header, 76) if sector < _LAST_SECTOR]
    for _ in range(_MOST_SECTORS):
        if number >= _LAST_SECTOR:
            return
        yield _sector(stream, number, size)
        number = _next_sector(stream, number, size, tables)


def _next_sector(stream: BinaryIO, number: int, size: int, tables: list[int]) -> int:
    index, place = divmod(number, size // 4)
    if index >= len(tables):
        return _LAST_SECTOR
    table = _sector(stream, tables[index], size)
    return int(struct.unpack_from("<I", table, 4 * place)[0]) if len(table) == size else _LAST_SECTOR


def _sector(stream: BinaryIO, number: int, size: int) -> bytes:
    stream.seek((number + 1) * size)
    return stream.read(size)
