"""The list of what to ask for under laws on public records: what it is made of, and how each line is worded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from archive_app.domain.said import Lack, Saying, Want
from archive_app.exports.labels import Labels
from archive_app.exports.plain import line


@dataclass(frozen=True)
class Ask:
    """A want with those who may hold the paper: each body's name and the law it is under, None where not known."""

    want: Want
    holders: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True)
class RequestList:
    """All that an archive lacks on a day; ``left_out`` counts restricted records whose words are not told."""

    title: str
    on: date
    asks: tuple[Ask, ...]
    labels: Labels
    left_out: int = 0

    def of(self, lack: Lack) -> tuple[Ask, ...]:
        return tuple(ask for ask in self.asks if ask.want.lack is lack)


#: The columns of the list, in its sheet and in CSV.
HEADERS = (
    "What is missing", "Paper", "Day", "Bodies", "Said in", "Kind", "Said on", "Page", "The very words", "Ask",
    "Law", "Wording of the request",
)  # fmt: skip


def rows(asked: RequestList) -> list[list[object]]:
    """A row for each record that speaks of each want; one for a want of which nothing is said."""
    return [row for ask in asked.asks for row in _rows(asked, ask)]


def _rows(asked: RequestList, ask: Ask) -> list[list[object]]:
    want, say = ask.want, asked.labels.say
    head: list[object] = [say(str(want.lack)), want.title, want.day, bodies(want)]
    laws = dict.fromkeys(law for _, law in ask.holders if law)
    tail: list[object] = ["; ".join(name for name, _ in ask.holders), "; ".join(laws), wording(asked, ask)]
    if not want.sayings:
        return [[*head, want.agreement, None, None, None, None, *tail]]
    return [[*head, *_said(asked, saying), *tail] for saying in want.sayings]


def _said(asked: RequestList, saying: Saying) -> list[object]:
    pages = ", ".join(dict.fromkeys(str(quote.page) for quote in saying.quotes))
    words = " … ".join(f"“{line(quote.words)}”" for quote in saying.quotes)
    return [f"{saying.record} {saying.title}", asked.labels.say(saying.kind or "other"), saying.day, pages, words]


def bodies(want: Want) -> str:
    return "; ".join(party.name for party in want.bodies)


def wording(asked: RequestList, ask: Ask) -> str:
    """A sentence to put into a request; empty where nothing is to be asked for."""
    want, labels = ask.want, asked.labels
    if want.lack is Lack.SILENT:
        return ""
    name = want.title or labels.say("agreement")
    if want.day and want.bodies:
        asked_for = "A copy of the {name} of {day} between {bodies}, with its annexes, amendments and renewals."
    elif want.day:
        asked_for = "A copy of the {name} of {day}, with its annexes, amendments and renewals."
    else:
        asked_for = "A copy of the {name} between {bodies}, with its annexes, amendments and renewals."
    return labels.fill(asked_for, name=line(name), day=want.day or "", bodies=bodies(want))
