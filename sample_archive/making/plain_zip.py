"""Office files made to the same bytes every time: no clock and no compression inside."""

from __future__ import annotations

import io
import re
import zipfile

EPOCH = (2000, 1, 1, 0, 0, 0)
STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
#: python-docx's template brings a picture and a second style sheet of 440 kB.
LEFT_OUT = {"docProps/thumbnail.jpeg", "word/stylesWithEffects.xml"}
REFERENCE = re.compile(rb"<(Relationship|Override) [^>]*(thumbnail|stylesWithEffects)[^>]*/>")


def settled(package: bytes) -> bytes:
    """The same zip package with fixed times in its entries and its core properties, without parts nobody reads."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            if name in LEFT_OUT:
                continue
            content = STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z\g<3>", source.read(name))
            if name.endswith(".rels") or name == "[Content_Types].xml":
                content = REFERENCE.sub(b"", content)
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 3
            target.writestr(entry, content)
    return buffer.getvalue()
