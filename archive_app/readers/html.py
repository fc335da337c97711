"""Web pages: the main text first, what stands around it after, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from archive_app.domain.paper import Paper
from archive_app.readers import limits
from archive_app.readers.decoding import decoded
from archive_app.readers.page_metadata import metadata_of
from archive_app.readers.plain import pages_of

_STATED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding=["']([\w.:-]+)""", re.IGNORECASE
)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "canvas"})
_LEAST_OF_A_CENTRE = 200
_AROUND = frozenset({"nav", "aside", "footer"})
_AROUND_ROLES = frozenset({"navigation", "complementary", "contentinfo"})
_BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 blockquote table ul ol dl pre section article main header footer nav aside figure hr".split()
)
_LINES = frozenset("div form li tr dt dd address figcaption caption option fieldset legend center summary".split())
#: Marks where an element has a line of its own; several in a row ask for one line end, not for several.
_NEW_LINE = "\x1e"
_CELLS = frozenset({"td", "th"})


def read(path: Path, media_type: str) -> Paper:
    """A web page as one page of text. Nothing it refers to is fetched. Raises ReadingError where it holds no text."""
    if path.stat().st_size > 2 * limits.MOST_TEXT:
        raise limits.too_large(f"{path.stat().st_size >> 20:,} MB of markup")
    data = path.read_bytes()
    tree = _parsed(decoded(data, _stated_encoding(data)))
    return Paper(media_type, pages_of(_text(tree)), metadata_of(tree))


def text_of(markup: str) -> str:
    """The text of a piece of markup, such as a mail's body; empty where it holds none."""
    return _text(_parsed(markup)) if markup.strip() else ""


def _stated_encoding(data: bytes) -> str | None:
    match = _STATED.search(data[:4096])
    return (match[1] or match[2]).decode("ascii") if match else None


def _parsed(markup: str) -> Any:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    try:
        tree = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise limits.broken("a web page") from error
    if tree is None:
        raise limits.empty()
    # The parser drops what lies deeper than it goes, and says so only here.
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise limits.broken("a web page", "its elements nest too deep")
    return tree


def _text(tree: Any) -> str:
    main: list[str] = []
    around: list[str] = []
    for piece, is_main in _pieces(tree):
        (main if is_main else around).append(piece)
    return _tidy("".join(main) + "\n\n" + "".join(around))


def _pieces(tree: Any) -> Iterator[tuple[str, bool]]:
    """Text and the white space of elements in document order, and whether it belongs to the main text."""
    centre = _centre(tree)
    unseen = around = preformatted = 0
    inside = centre is None
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = node.tag if isinstance(node.tag, str) else ""
        step = (event == "start") - (event == "end")
        unseen += step * (tag in _UNSEEN)
        around += step * _is_around(node, tag)
        preformatted += step * (tag == "pre")
        if node is centre:
            inside = event == "start"
        if not unseen:
            yield _space(tag, event), inside and not around
            written = node.text if event == "start" else node.tail
            if written:
                yield written if preformatted else re.sub(r"\s+", " ", written), inside and not around


def _centre(tree: Any) -> Any:
    """The element that the page marks as its main part, or its only article; None where it marks none worth it."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = tree.findall(path)
        if len(found) == 1 and len("".join(found[0].itertext()).strip()) >= _LEAST_OF_A_CENTRE:
            return found[0]
    return None


def _is_around(node: Any, tag: str) -> bool:
    return tag in _AROUND or (bool(tag) and node.get("role") in _AROUND_ROLES)


def _space(tag: str, event: str) -> str:
    if tag in _BLOCKS:
        return "\n\n"
    if tag == "br" and event == "start":
        return "\n"
    if tag in _LINES:
        return _NEW_LINE
    return "\t" if tag in _CELLS and event == "end" else ""


def _line_ends(space: re.Match[str]) -> str:
    """As many line ends as are written, at least the one that elements with lines of their own ask for together."""
    return "\n" * max(1, space[0].count("\n"))


def _tidy(text: str) -> str:
    text = re.sub(r"[ \t]*\t[ \t]*", "\t", re.sub(r" {2,}", " ", text.replace("\xa0", " ")))
    text = re.sub(rf"[ \t]*[\n{_NEW_LINE}][ \n{_NEW_LINE}]*", _line_ends, text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
