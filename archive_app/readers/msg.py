"""Mail as Outlook saves it."""

from __future__ import annotations

import struct
from pathlib import Path

import oxmsg

from archive_app.domain.paper import Attachment, Paper
from archive_app.readers import limits
from archive_app.readers.html import text_of
from archive_app.readers.letters import letter

_BROKEN = (
    OSError,
    OverflowError,
    KeyError,
    ValueError,
    IndexError,
    TypeError,
    AssertionError,
    struct.error,
    LookupError,
)


def read(path: Path, media_type: str) -> Paper:
    """A saved message as one page with its attachments. Raises ReadingError where it cannot be read."""
    try:
        message = oxmsg.Message.load(str(path))
        heads, body, attachments = _heads(message), _body(message), tuple(_attachments(message))
    except _BROKEN as error:
        raise limits.broken("an Outlook message") from error
    return letter(media_type, heads, body, attachments)


def _heads(message: oxmsg.Message) -> dict[str, str]:
    """Heads as they travelled; those of a message that never did come from its own fields."""
    heads = {name.lower(): " ".join(str(value).split()) for name, value in message.message_headers.items()}
    if message.sender:
        heads.setdefault("from", message.sender)
    if message.subject:
        heads["subject"] = message.subject
    if message.sent_date:
        heads.setdefault("date", message.sent_date.strftime("%a, %d %b %Y %H:%M:%S %z"))
    to = ", ".join(f"{recipient.name} <{recipient.email_address}>".strip() for recipient in message.recipients)
    if to:
        heads.setdefault("to", to)
    return heads


def _body(message: oxmsg.Message) -> str:
    if message.body and message.body.strip():
        return message.body.replace("\r\n", "\n").replace("\x00", "")
    return text_of(message.html_body or "")


def _attachments(message: oxmsg.Message) -> list[Attachment]:
    found = []
    for attachment in message.attachments:
        content = attachment.file_bytes if attachment.attached_by_value else None
        if content:
            found.append(Attachment(attachment.file_name or "attachment", content))
    return found
