"""Mail as it travels (RFC 5322): heads, the plainest form of the body, attachments.

The parser's oldest policy is used on purpose: it keeps heads as they came, while newer ones interpret them on access
and raise on what real mail programs have written over the years.
"""

from __future__ import annotations

import email
import email.header
from email.errors import HeaderParseError
from email.message import Message
from pathlib import Path

from archive_app.domain.paper import Attachment, Paper
from archive_app.readers import limits
from archive_app.readers.decoding import decoded
from archive_app.readers.html import text_of
from archive_app.readers.letters import letter

_MOST_BYTES = 500 << 20


def read(path: Path, media_type: str) -> Paper:
    """A mail as one page with its attachments. Raises ReadingError where it holds nothing, or nests without end."""
    if path.stat().st_size > _MOST_BYTES:
        raise limits.too_large(f"{path.stat().st_size >> 20:,} MB of mail")
    try:
        message = email.message_from_bytes(_without_separator(path.read_bytes()))
        heads = {name.lower(): head_words(value) for name, value in reversed(message.items())}
        return letter(media_type, heads, _body(message), tuple(_attachments(message)))
    except RecursionError as error:
        raise limits.broken("a mail", "its parts nest too deep") from error


def _without_separator(data: bytes) -> bytes:
    """The mail without the line that parts mails in a mailbox, which some programs save with it."""
    return data.partition(b"\n")[2] if data.startswith((b"From ", b">From ")) else data


def head_words(value: object) -> str:
    """A head's words; as written where its encoding cannot be read."""
    written = " ".join(str(value).split())
    try:
        parts = email.header.decode_header(written)
    except (HeaderParseError, ValueError):
        return written
    words = (part if isinstance(part, str) else decoded(part, encoding) for part, encoding in parts)
    return " ".join("".join(words).split())


def _body(part: Message) -> str:
    """The text of a part: of alternatives the plain one where it says anything, else the web page."""
    if _is_attachment(part):
        return ""
    kind = part.get_content_type()
    if not part.is_multipart():
        return _single(part, kind)
    bodies = [_body(child) for child in _children(part)]
    if kind == "multipart/alternative":
        return next((body for body in bodies if body.strip()), "")
    return "\n\n".join(body.strip() for body in bodies if body.strip())


def _single(part: Message, kind: str) -> str:
    if kind not in ("text/plain", "text/html"):
        return ""
    text = decoded(_content(part), part.get_content_charset())
    return text_of(text) if kind == "text/html" else text


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _is_attachment(part: Message) -> bool:
    if part.get_content_maintype() == "message":
        return True
    named = part.get_filename() is not None
    return not part.is_multipart() and (named or part.get_content_disposition() == "attachment")


def _attachments(part: Message) -> list[Attachment]:
    """What is attached, at any depth; a mail inside the mail is one attachment, whole."""
    if _is_attachment(part):
        content = _content(part)
        return [Attachment(_name(part), content)] if content else []
    return [attachment for child in _children(part) for attachment in _attachments(child)]


def _name(part: Message) -> str:
    stated = part.get_filename()
    if stated:
        return head_words(stated)
    if part.get_content_maintype() != "message":
        return "attachment"
    inner = _children(part)
    return f"{head_words(inner[0]['subject'])}.eml" if inner and inner[0]["subject"] else "message.eml"


def _content(part: Message) -> bytes:
    if part.is_multipart():
        return b"\n".join(_bytes_of(child) for child in _children(part))
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _bytes_of(message: Message) -> bytes:
    try:
        return message.as_bytes()
    except (UnicodeEncodeError, LookupError, AttributeError, TypeError):
        return str(message.get_payload()).encode("utf-8", "replace")
