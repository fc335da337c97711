"""Bytes as text, where the file may not say how it was written."""

from __future__ import annotations

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
#: What English and Spanish papers without a mark are written in, if not in UTF-8.
_LIKELY = ["cp1252", "mac_roman", "cp850", "utf_16_le", "utf_16_be"]
_ENOUGH = 200_000


def decoded(data: bytes, stated: str | None = None) -> str:
    """The text, by its byte order mark, the encoding it states, UTF-8, or the likeliest other one. Never raises.

    Line ends become ``\\n``; null characters are dropped.
    """
    return _text(data, stated).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _text(data: bytes, stated: str | None) -> str:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    for encoding in (marked, stated, "utf-8"):
        if encoding:
            try:
                return data.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    return data.decode(_guess(data), "replace")


def _guess(data: bytes) -> str:
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:_ENOUGH], cp_isolation=_LIKELY).best()
    return best.encoding if best else "cp1252"
