"""The agreements' histories as one page for a browser or for paper: nothing in it is fetched, nothing runs."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

from archive_app.exports.history_page.agreement import article
from archive_app.exports.history_page.grouping import Chain, Counterpart, Lapse, by_counterpart
from archive_app.exports.history_page.style import STYLE
from archive_app.exports.holdings import Holdings
from archive_app.exports.markup import element
from archive_app.exports.plain import line

#: Elements that are followed by a line break, so that the page's source can be read and compared.
BLOCKS = frozenset("head header nav main section article table tr dl dd ul li p h1 h2 h3 h4 meta title style".split())


def write(holdings: Holdings, file: Path) -> None:
    page = element("html", _head(holdings), _body(holdings), lang="en")
    for part in page.iter():
        if part.tag in BLOCKS:
            part.tail = (part.tail or "") + "\n"
    file.write_bytes(b"<!DOCTYPE html>\n" + ET.tostring(page, encoding="unicode", method="html").encode("utf-8"))


def _head(holdings: Holdings) -> ET.Element:
    style = element("style")
    style.text = STYLE  # what a style holds is not escaped
    return element(
        "head", element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        _policy(), element("title", line(holdings.title) or "Agreements"), style,
    )  # fmt: skip


def _policy() -> ET.Element:
    """Tells the browser that the page needs nothing but its own style."""
    policy = element("meta", content="default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    policy.set("http-equiv", "Content-Security-Policy")
    return policy


def _body(holdings: Holdings) -> ET.Element:
    groups = by_counterpart(holdings)
    return element("body", _header(holdings), _contents(groups),
                   element("main", *(_section(holdings, group) for group in groups)))  # fmt: skip


def _header(holdings: Holdings) -> ET.Element:
    states = Counter(str(one.status(holdings.on)) for one in holdings.agreements)
    counted = ", ".join(f"{count} {state}" for state, count in states.most_common())
    left_out = " ".join(holdings.left_out_sentences())
    return element(
        "header", element("h1", holdings.title),
        element("p", f"Agreements and their lapses as they stood on {holdings.on}. Scope: {holdings.scope}."),
        element("p", f"{len(holdings.agreements)} agreements" + (f": {counted}." if counted else ".")),
        element("p", "An end is ", element("b", "stated"), " by the paper, ", element("b", "computed"),
                " from its beginning and term, or unknown; it is never guessed. A lapse is a time for which this "
                "archive shows nothing in force for the two bodies."),
        element("p", left_out) if left_out else None,
    )  # fmt: skip


def _contents(groups: list[Counterpart]) -> ET.Element:
    links = (element("li", element("a", group.name, href=f"#{group.id}")) for group in groups)
    return element("nav", element("h2", "With whom"), element("ul", *links))


def _section(holdings: Holdings, group: Counterpart) -> ET.Element:
    chains = (_chain(holdings, chain) for chain in group.chains)
    return element("section", element("h2", group.name), *chains, id=group.id, class_="counterpart")


def _chain(holdings: Holdings, chain: Chain) -> ET.Element:
    entries = (_lapse(entry) if isinstance(entry, Lapse) else article(holdings, entry) for entry in chain.entries)
    return element("section", element("h3", chain.agencies), *entries, class_="chain")


def _lapse(lapse: Lapse) -> ET.Element:
    until = f"until {lapse.end}" if lapse.end else "and still so"
    return element("p", element("b", "Lapse: "), f"nothing in force from {lapse.start} {until} ({lapse.bodies}).",
                   class_="lapse")  # fmt: skip
