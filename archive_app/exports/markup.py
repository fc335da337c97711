"""Elements of XML and HTML made from text that may hold anything; what is escaped is never left to a format."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from archive_app.exports.plain import fit

Content = ET.Element | str | None


def element(tag: str, *content: Content, **attributes: str | None) -> ET.Element:
    """An element with text and elements in it, in this order; None is left out.

    Attributes with the value None are left out too. A name that Python has taken is given with an underscore after
    it: ``class_``.
    """
    given = {name.rstrip("_"): fit(value) for name, value in attributes.items() if value is not None}
    made = ET.Element(tag, given)
    for part in content:
        if isinstance(part, str):
            _add_text(made, fit(part))
        elif part is not None:
            made.append(part)
    return made


def _add_text(parent: ET.Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def write_xml(root: ET.Element, file: Path) -> None:
    """Writes a document as UTF-8, an element a line."""
    ET.indent(root)
    file.write_bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def write_page(title: str, style: str, body: ET.Element, file: Path, language: str = "en") -> None:
    """Writes a web page that fetches nothing and runs nothing: its style and its pictures are in it."""
    sheet = element("style")
    sheet.text = style  # what a style holds is not escaped
    policy = element("meta", content="default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    policy.set("http-equiv", "Content-Security-Policy")
    head = element(
        "head", element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        policy, element("title", title), sheet,
    )  # fmt: skip
    page = ET.tostring(element("html", head, body, lang=language), encoding="unicode", method="html")
    file.write_bytes(b"<!DOCTYPE html>\n" + page.encode("utf-8"))
