"""A letter as Outlook saves it (MSG): properties and streams in a compound file."""

from __future__ import annotations

import struct
from datetime import UTC, datetime

from making.compound_file import Tree, compound_file
from making.mail import Attachment
from making.paper import Paper

TEXT, BINARY, WHOLE, TIME = 0x001F, 0x0102, 0x0003, 0x0040
READABLE = 6
FILETIME_START = datetime(1601, 1, 1, tzinfo=UTC)
Properties = dict[int, "str | bytes | int | datetime"]


def msg_bytes(paper: Paper, attachments: list[Attachment]) -> bytes:
    """The message of `more`: sender, to (name and address), sent, subject, message_id."""
    letter = paper.more
    recipients = [_recipient(name, address, number) for number, (name, address) in enumerate(letter["to"])]
    tree: Tree = {"__nameid_version1.0": {f"__substg1.0_{code:04X}0102": b"" for code in (2, 3, 4)}}
    tree |= _streams(_message(paper))
    counts = struct.pack("<8xIIII8x", len(recipients), len(attachments), len(recipients), len(attachments))
    tree["__properties_version1.0"] = counts + _table(_message(paper))
    for number, properties in enumerate(recipients):
        tree[f"__recip_version1.0_#{number:08X}"] = _storage(properties)
    for number, (name, content) in enumerate(attachments):
        tree[f"__attach_version1.0_#{number:08X}"] = _storage(_attachment(name, content, number))
    return compound_file(tree)


def _message(paper: Paper) -> Properties:
    letter = paper.more
    sender, address = letter["sender"]
    sent: datetime = letter["sent"]
    return {
        0x001A: "IPM.Note",
        0x0037: letter["subject"],
        0x0039: sent,
        0x0042: sender,
        0x0065: address,
        0x0070: letter["subject"],
        0x0C1A: sender,
        0x0C1E: "SMTP",
        0x0C1F: address,
        0x0E04: "; ".join(name for name, _ in letter["to"]),
        0x0E06: sent,
        0x1000: f"{paper.body.strip()}\r\n\r\n-- \r\n{paper.specimen}\r\n".replace("\r\n", "\n").replace("\n", "\r\n"),
        0x1035: letter["message_id"],
        0x340D: 0x00040000,
    }


def _recipient(name: str, address: str, number: int) -> Properties:
    return {0x0C15: 1, 0x3000: number, 0x3001: name, 0x3002: "SMTP", 0x3003: address, 0x39FE: address}


def _attachment(name: str, content: bytes, number: int) -> Properties:
    suffix = name[name.rfind(".") :]
    mime = {".csv": "text/csv", ".pdf": "application/pdf"}[suffix]
    return {0x0E21: number, 0x3701: content, 0x3703: suffix, 0x3704: name, 0x3705: 1, 0x3707: name, 0x370E: mime}


def _storage(properties: Properties) -> Tree:
    return _streams(properties) | {"__properties_version1.0": bytes(8) + _table(properties)}


def _streams(properties: Properties) -> Tree:
    """Text and bytes, which stand in a stream of their own each."""
    made: Tree = {}
    for code, value in properties.items():
        if isinstance(value, str):
            made[f"__substg1.0_{code:04X}{TEXT:04X}"] = value.encode("utf-16-le")
        elif isinstance(value, bytes):
            made[f"__substg1.0_{code:04X}{BINARY:04X}"] = value
    return made


def _table(properties: Properties) -> bytes:
    return b"".join(_row(code, value) for code, value in sorted(properties.items()))


def _row(code: int, value: str | bytes | int | datetime) -> bytes:
    if isinstance(value, str):
        return struct.pack("<HHIII", TEXT, code, READABLE, len(value.encode("utf-16-le")) + 2, 0)
    if isinstance(value, bytes):
        return struct.pack("<HHIII", BINARY, code, READABLE, len(value), 0)
    if isinstance(value, datetime):
        ticks = int((value - FILETIME_START).total_seconds()) * 10_000_000
        return struct.pack("<HHIQ", TIME, code, READABLE, ticks)
    return struct.pack("<HHIQ", WHOLE, code, READABLE, value)
