"""Letters as internet mail (EML), with attachments."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable
from email.message import EmailMessage
from email.policy import SMTP

from making.paper import Paper

Attachment = tuple[str, bytes]


def eml_bytes(paper: Paper, attachments: Iterable[Attachment]) -> bytes:
    """The message with fixed boundaries. `more` holds `headers`; the specimen line is a header and the signature."""
    message = EmailMessage(policy=SMTP)
    for name, value in paper.more["headers"].items():
        message[name] = value
    message["X-Specimen"] = paper.specimen
    message.set_content(f"{paper.body.strip()}\n\n-- \n{paper.specimen}\n", cte="quoted-printable")
    if "html" in paper.more:
        message.add_alternative(paper.more["html"], subtype="html", cte="quoted-printable")
    for name, content in attachments:
        kind, _, subtype = (mimetypes.guess_type(name)[0] or "application/octet-stream").partition("/")
        message.add_attachment(content, maintype=kind, subtype=subtype, filename=name)
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_convenio_{paper.key}_{number}")
    return message.as_bytes()
