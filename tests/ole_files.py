"""OLE compound files made in code: what Outlook and the old office programs write."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Union

_SECTOR = 512
_MINI = 64
_CUTOFF = 4096
_END = 0xFFFFFFFE
_FREE = 0xFFFFFFFF
_TABLE = 0xFFFFFFFD
_TEXT, _BYTES = 0x001F, 0x0102

Storage = Mapping[str, Union[bytes, "Storage"]]


@dataclass
class _Entry:
    name: str
    kind: int
    start: int = _END
    size: int = 0
    child: int = _FREE
    right: int = _FREE

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0"
        head = name.ljust(64, b"\0") + struct.pack("<HBBIII", len(name), self.kind, 1, _FREE, self.right, self.child)
        return head.ljust(116, b"\0") + struct.pack("<IQ", self.start, self.size)


@dataclass
class _Builder:
    sectors: list[bytes] = field(default_factory=list)
    chain: list[int] = field(default_factory=list)
    mini: bytes = b""
    mini_chain: list[int] = field(default_factory=list)
    entries: list[_Entry] = field(default_factory=list)

    def add(self, content: bytes) -> int:
        """Writes a chain of sectors and gives the first."""
        pieces = [content[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(content), _SECTOR)]
        start = len(self.sectors)
        self.sectors += pieces
        self.chain += [*range(start + 1, start + len(pieces)), _END] if pieces else []
        return start if pieces else _END

    def add_small(self, content: bytes) -> int:
        start, count = len(self.mini_chain), -(-len(content) // _MINI)
        self.mini += content.ljust(count * _MINI, b"\0")
        self.mini_chain += [*range(start + 1, start + count), _END] if count else []
        return start if count else _END

    def add_storage(self, storage: Storage) -> int:
        """Enters a storage's members as a list (a tree that only grows to the right) and gives the first."""
        first = before = _FREE
        for name in sorted(storage, key=lambda name: (len(name), name.upper())):
            member = storage[name]
            index = len(self.entries)
            if isinstance(member, bytes):
                start = self.add_small(member) if len(member) < _CUTOFF else self.add(member)
                self.entries.append(_Entry(name, 2, start, len(member)))
            else:
                self.entries.append(_Entry(name, 1, 0, 0))
                self.entries[index].child = self.add_storage(member)
            if before == _FREE:
                first = index
            else:
                self.entries[before].right = index
            before = index
        return first


def write_ole(path: Path, root: Storage) -> Path:
    """A compound file: bytes are streams, mappings are storages."""
    made = _Builder(entries=[_Entry("Root Entry", 5)])
    made.entries[0].child = made.add_storage(root)
    made.entries[0].start, made.entries[0].size = made.add(made.mini), len(made.mini)
    mini_table = made.add(b"".join(struct.pack("<I", number) for number in made.mini_chain))
    directory = made.add(b"".join(entry.packed() for entry in made.entries))
    tables = 1
    while tables * _SECTOR // 4 < len(made.sectors) + tables:
        tables += 1
    first_table = len(made.sectors)
    chain = [*made.chain, *[_TABLE] * tables]
    chain += [_FREE] * (tables * _SECTOR // 4 - len(chain))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIIII", 0, tables, directory, 0, _CUTOFF, mini_table, 1, _END, 0, first_table)
    header += b"".join(struct.pack("<I", first_table + n if n < tables else _FREE) for n in range(1, 109))
    path.write_bytes(header + b"".join(made.sectors) + struct.pack(f"<{len(chain)}I", *chain))
    return path


def make_msg(
    path: Path,
    body: str,
    *,
    subject: str = "",
    sender: str = "",
    headers: str = "",
    html: bytes = b"",
    attachments: Mapping[str, bytes] | None = None,
) -> Path:
    """A message as Outlook saves it."""
    texts = {0x001A: "IPM.Note", 0x0037: subject, 0x1000: body, 0x0C1A: sender, 0x007D: headers}
    streams = {(tag, _TEXT): text.encode("utf-16-le") for tag, text in texts.items() if text}
    if html:
        streams[0x1013, _BYTES] = html
    files = list((attachments or {}).items())
    counts = struct.pack("<8x4I8x", 0, len(files), 0, len(files))
    members = _properties(counts + _number(0x340D, 0x00040000), streams)
    for number, (name, content) in enumerate(files):
        held = {(0x3701, _BYTES): content, (0x3707, _TEXT): name.encode("utf-16-le")}
        members[f"__attach_version1.0_#{number:08X}"] = _properties(bytes(8) + _number(0x3705, 1), held)
    members["__nameid_version1.0"] = {}
    return write_ole(path, members)


def _number(tag: int, value: int) -> bytes:
    return struct.pack("<HHIII", 3, tag, 6, value, 0)


def _properties(head: bytes, streams: Mapping[tuple[int, int], bytes]) -> dict[str, bytes | Storage]:
    """A stream for each property, and the list that names them all."""
    entries = b"".join(struct.pack("<HHIII", kind, tag, 6, len(data), 0) for (tag, kind), data in streams.items())
    members: dict[str, bytes | Storage] = {"__properties_version1.0": head + entries}
    return members | {f"__substg1.0_{tag:04X}{kind:04X}": data for (tag, kind), data in streams.items()}
