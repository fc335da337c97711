"""Writes a list of what to ask for as a workbook, CSV or a page to print."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from archive_app.domain.said import Lack, Saying
from archive_app.exports.findings import plain_table
from archive_app.exports.markup import element, write_page
from archive_app.exports.plain import line
from archive_app.exports.request_list import HEADERS, Ask, RequestList, bodies, rows, wording

STYLE = """
body { margin: 2rem auto; max-width: 54rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1d2a30; }
h1 { color: #24495a; } h2 { color: #24495a; border-bottom: 2px solid #24495a; margin-top: 2rem; }
article { border: 1px solid #c8d0d6; border-radius: .4rem; padding: .6rem 1rem; margin: .75rem 0; break-inside: avoid; }
h3 { margin: 0; font-size: 1.05rem; } p { margin: .3rem 0; } .soft { color: #5b6b73; } q { font-style: italic; }
.ask { border-left: .3rem solid #24495a; padding-left: .75rem; }
@page { size: A4; margin: 18mm 16mm; }
"""


def write_csv(asked: RequestList, file: Path) -> None:
    plain_table.write([asked.labels.say(header) for header in HEADERS], rows(asked), file)


def write_workbook(asked: RequestList, file: Path) -> None:
    from archive_app.exports.workbook.requests import write

    write(asked, file)


def write_html(asked: RequestList, file: Path) -> None:
    say = asked.labels.say
    sections = (_section(asked, lack) for lack in Lack if asked.of(lack))
    left_out = asked.labels.fill("Restricted records left out: {count}.", count=asked.left_out)
    body = element(
        "body", element("h1", f"{asked.title}: {say('said and held')}"),
        element("p", asked.labels.fill("As it stood on {day}.", day=asked.on), class_="soft"),
        element("p", left_out, class_="soft") if asked.left_out else None, *sections,
    )  # fmt: skip
    write_page(f"{asked.title}: {say('said and held')}", STYLE, body, file, asked.labels.language)


def _section(asked: RequestList, lack: Lack) -> ET.Element:
    asks = asked.of(lack)
    heading = f"{asked.labels.say(str(lack)).capitalize()} ({len(asks)})"
    return element("section", element("h2", heading), *(_article(asked, ask) for ask in asks))


def _article(asked: RequestList, ask: Ask) -> ET.Element:
    want, say = ask.want, asked.labels.say
    sayings = (_saying(asked, saying) for saying in want.sayings)
    sentence = wording(asked, ask)
    laws = "; ".join(f"{name} ({law})" if law else name for name, law in ask.holders)
    return element(
        "article", element("h3", " · ".join(part for part in (want.day, line(want.title or say("agreement"))) if part)),
        element("p", bodies(want), class_="soft"), *sayings,
        element("p", f"{want.agreement}", class_="soft") if want.agreement else None,
        element("p", sentence, element("br"), laws, class_="ask") if sentence else None,
    )  # fmt: skip


def _saying(asked: RequestList, saying: Saying) -> ET.Element:
    say = asked.labels.say
    known = ", ".join(part for part in (saying.kind and say(saying.kind), saying.day) if part)
    quotes = ((element("q", line(one.words)), f" ({say('page')} {one.page}) ") for one in saying.quotes)
    words = (part for quote in quotes for part in quote)
    return element("p", f"{saying.record} {line(saying.title)} ({known}): ", *words)
