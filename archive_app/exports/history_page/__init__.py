"""The agreements' histories as one page for a browser or for paper: nothing in it is fetched, nothing runs."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

from archive_app.exports.history_page.agreement import article
from archive_app.exports.history_page.grouping import Chain, Counterpart, Lapse, by_counterpart
from archive_app.exports.history_page.style import STYLE
from archive_app.exports.holdings import Holdings
from archive_app.exports.labels import Labels
from archive_app.exports.markup import element
from archive_app.exports.plain import line

#: Elements that are followed by a line break, so that the page's source can be read and compared.
BLOCKS = frozenset("head header nav main section article table tr dl dd ul li p h1 h2 h3 h4 meta title style".split())

STOOD = "Agreements and their lapses as they stood on {day}. Scope: {scope}."
COMPUTED = "from its beginning and term, or unknown; it is never guessed."
LAPSE = "A lapse is a time for which this archive shows nothing in force for the two bodies."
OVER = "nothing in force from {first} until {last} ({bodies})."
OPEN = "nothing in force from {first} and still so ({bodies})."


def write(holdings: Holdings, file: Path) -> None:
    page = element("html", _head(holdings), _body(holdings), lang=holdings.labels.language)
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
        _policy(), element("title", line(holdings.title) or holdings.labels.say("Agreements")), style,
    )  # fmt: skip


def _policy() -> ET.Element:
    """Tells the browser that the page needs nothing but its own style."""
    policy = element("meta", content="default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    policy.set("http-equiv", "Content-Security-Policy")
    return policy


def _body(holdings: Holdings) -> ET.Element:
    groups = by_counterpart(holdings)
    return element("body", _header(holdings), _contents(groups, holdings.labels),
                   element("main", *(_section(holdings, group) for group in groups)))  # fmt: skip


def _header(holdings: Holdings) -> ET.Element:
    say, fill = holdings.labels.say, holdings.labels.fill
    left_out = " ".join(holdings.left_out_sentences())
    as_it_stood = fill(STOOD, day=holdings.on, scope=say(holdings.scope))
    return element(
        "header", element("h1", holdings.title), element("p", as_it_stood), element("p", _counted(holdings)),
        element("p", say("An end is"), " ", element("b", say("stated")), " ", say("by the paper,"), " ",
                element("b", say("computed")), " ", say(COMPUTED), " ", say(LAPSE)),
        element("p", left_out) if left_out else None,
    )  # fmt: skip


def _counted(holdings: Holdings) -> str:
    """How many agreements there are, and in which states."""
    fill, found = holdings.labels.fill, holdings.agreements
    states = Counter(holdings.labels.say(str(one.status(holdings.on))) for one in found)
    counted = ", ".join(fill("{count} {state}", count=count, state=state) for state, count in states.most_common())
    number = fill("{count} agreement" if len(found) == 1 else "{count} agreements", count=len(found))
    return fill("{number}: {counted}.", number=number, counted=counted) if counted else f"{number}."


def _contents(groups: list[Counterpart], labels: Labels) -> ET.Element:
    links = (element("li", element("a", group.name, href=f"#{group.id}")) for group in groups)
    return element("nav", element("h2", labels.say("With whom")), element("ul", *links))


def _section(holdings: Holdings, group: Counterpart) -> ET.Element:
    chains = (_chain(holdings, chain) for chain in group.chains)
    return element("section", element("h2", group.name), *chains, id=group.id, class_="counterpart")


def _chain(holdings: Holdings, chain: Chain) -> ET.Element:
    entries = (
        _lapse(entry, holdings.labels) if isinstance(entry, Lapse) else article(holdings, entry)
        for entry in chain.entries
    )
    return element("section", element("h3", chain.agencies), *entries, class_="chain")


def _lapse(lapse: Lapse, labels: Labels) -> ET.Element:
    told = labels.fill(OVER if lapse.end else OPEN, first=lapse.start, last=lapse.end, bodies=lapse.bodies)
    return element("p", element("b", labels.say("Lapse:")), f" {told}", class_="lapse")
