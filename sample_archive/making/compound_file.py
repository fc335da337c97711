"""The compound file that Outlook messages are kept in: storages and streams in 512-byte sectors."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

SECTOR, MINI_SECTOR, MINI_CUTOFF = 512, 64, 4096
END, FREE, FAT_SECTOR = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NOTHING = 0xFFFFFFFF
STORAGE, STREAM, ROOT = 1, 2, 5
RED, BLACK = 0, 1

Tree = dict[str, "bytes | Tree"]


@dataclass
class Entry:
    """One directory entry; links are numbers of other entries."""

    name: str
    kind: int
    content: bytes = b""
    left: int = NOTHING
    right: int = NOTHING
    child: int = NOTHING
    colour: int = BLACK
    start: int = END
    size: int = 0


@dataclass
class Sectors:
    """Sectors of one size with the table that chains them."""

    size: int
    data: bytearray = field(default_factory=bytearray)
    table: list[int] = field(default_factory=list)

    def add(self, content: bytes) -> int:
        """Appends the content and returns its first sector, or the end mark for nothing."""
        if not content:
            return END
        first = len(self.table)
        count = -(-len(content) // self.size)
        self.data += content.ljust(count * self.size, b"\0")
        self.table += [*range(first + 1, first + count), END]
        return first


def compound_file(tree: Tree) -> bytes:
    """The file that holds the tree: a name gives bytes (a stream) or a further tree (a storage)."""
    entries = [Entry("Root Entry", ROOT)]
    entries[0].child = _add_children(entries, tree)
    big, mini = Sectors(SECTOR), Sectors(MINI_SECTOR)
    for entry in entries[1:]:
        entry.size = len(entry.content)
        entry.start = (mini if entry.size < MINI_CUTOFF else big).add(entry.content) if entry.kind == STREAM else 0
    entries[0].start, entries[0].size = big.add(bytes(mini.data)), len(mini.data)
    mini_table = big.add(_words(mini.table, SECTOR))
    directory = big.add(_directory(entries))
    return _assembled(big, directory, mini_table, -(-len(mini.table) * 4 // SECTOR))


def _add_children(entries: list[Entry], tree: Tree) -> int:
    """Adds what the storage holds, as a balanced tree in the order the format asks for; returns its top."""
    names = sorted(tree, key=lambda name: (len(name), name.upper()))
    numbers: dict[str, int] = {}
    for name in names:
        numbers[name] = len(entries)
        value = tree[name]
        if isinstance(value, bytes):
            entries.append(Entry(name, STREAM, value))
        else:
            entries.append(Entry(name, STORAGE))
    for name in names:
        value = tree[name]
        if isinstance(value, dict):
            entries[numbers[name]].child = _add_children(entries, value)
    return _balanced(entries, [numbers[name] for name in names], len(names).bit_length() - 1)


def _balanced(entries: list[Entry], numbers: list[int], levels: int) -> int:
    """The middle on top; the last, unfilled level is red, so that all paths hold as many black ones."""
    if not numbers:
        return NOTHING
    middle = len(numbers) // 2
    top = entries[numbers[middle]]
    top.left = _balanced(entries, numbers[:middle], levels - 1)
    top.right = _balanced(entries, numbers[middle + 1 :], levels - 1)
    top.colour = RED if levels == 0 else BLACK
    return numbers[middle]


def _directory(entries: list[Entry]) -> bytes:
    filled = entries + [Entry("", 0)] * (-len(entries) % 4)
    return b"".join(_packed(entry) for entry in filled)


def _packed(entry: Entry) -> bytes:
    name = entry.name.encode("utf-16-le")
    length = len(name) + 2 if entry.name else 0
    start = entry.start if entry.kind else 0
    links = struct.pack("<BBIII", entry.kind, entry.colour, entry.left, entry.right, entry.child)
    return name.ljust(64, b"\0") + struct.pack("<H", length) + links + bytes(36) + struct.pack("<IQ", start, entry.size)


def _assembled(big: Sectors, directory: int, mini_table: int, mini_table_sectors: int) -> bytes:
    per_sector = SECTOR // 4
    fat_count = 1
    while fat_count * per_sector < len(big.table) + fat_count:
        fat_count += 1
    first_fat = len(big.table)
    fat = _words(big.table + [FAT_SECTOR] * fat_count, SECTOR)
    version = struct.pack("<16xHHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    counts = (0, fat_count, directory, 0, MINI_CUTOFF, mini_table, mini_table_sectors, END, 0)
    where = list(range(first_fat, first_fat + fat_count)) + [FREE] * (109 - fat_count)
    return SIGNATURE + version + struct.pack("<9I109I", *counts, *where) + bytes(big.data) + fat


def _words(numbers: list[int], multiple: int) -> bytes:
    packed = struct.pack(f"<{len(numbers)}I", *numbers)
    return packed.ljust(-(-len(packed) // multiple) * multiple, b"\xff")
