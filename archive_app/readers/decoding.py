"""Bytes as text, where the file may not say how it was written."""

from __future__ import annotations

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
#: What English and Spanish papers without a mark are written in, if not in UTF-8.
_LIKELY = ("cp1252", "mac_roman", "cp850")
_USUAL = frozenset("áéíóúñüÁÉÍÓÚÑÜ¿¡ªº°§“”‘’–—…•«»©®™€£\xa0")
_SURE = 0.9
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
            except (ValueError, LookupError):
                continue
    return data.decode(_guess(data), "replace")


def _guess(data: bytes) -> str:
    """An old encoding in which the signs beyond ASCII are those of English and Spanish; else what statistics say."""
    signs = bytes(byte for byte in data[:_ENOUGH] if byte > 127)
    shares = [(_share(signs, encoding), encoding) for encoding in _LIKELY]
    share, likeliest = max(shares, key=lambda pair: pair[0])
    if share > _SURE:
        return likeliest
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:_ENOUGH]).best()
    return best.encoding if best else "cp1252"


def _share(signs: bytes, encoding: str) -> float:
    text = signs.decode(encoding, "replace")
    return sum(sign in _USUAL for sign in text) / len(text)
