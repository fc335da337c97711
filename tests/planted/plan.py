# ruff: noqa: E501 — rows of the plan stand in one piece
"""What happened: agreements of pairs over twenty years, with the papers that speak of them. One seed, one plan."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from archive_app.domain.dates import Duration, add

AUTHORITIES = Path(__file__).parents[2] / "resources" / "authorities.json"
AGENCIES = (
    "US-DOL-OSHA/austin-area", "US-DOL-OSHA/dallas-area", "US-DOL-OSHA/omaha-area", "US-DOL-OSHA/phoenix-area",
    "US-DOL-OSHA/tampa-area", "US-DOL-OSHA/boise-area", "US-DOL-OSHA/el-paso-area", "US-DOL-OSHA/kansas-city-area",
    "US-DOL-WHD/albuquerque-district", "US-DOL-WHD/las-vegas-district", "US-DOL-WHD/new-orleans-district",
    "US-DOL-WHD/denver-district", "US-DOL-WHD/san-jose-district", "US-EEOC/dallas-district", "US-EEOC/denver-field",
    "US-EEOC/phoenix-district", "US-NLRB", "US-IL-IDOL", "US-SEA-OLS", "US-CHI-OLS",
)  # fmt: skip
UMBRELLA_TOPS = ("US-DOL-OSHA", "US-DOL-WHD", "US-EEOC", "US-DOL")
SUBJECTS = ("safety", "wages", "youth", "language", "heat", "referrals")


@dataclass(frozen=True)
class Planned:
    """One agreement as it was signed. ``says`` are (type, key) that its words tell; ``silent`` what it goes on from."""

    key: str
    agency: str
    others: tuple[str, ...]
    subject: str
    signed: date | None
    kind: str = "agreement"
    first_signed: date | None = None
    effective: date | None = None
    term: Duration | None = None
    end: date | None = None
    perpetual: bool = False
    automatic: Duration | None = None
    notice: Duration | None = None
    says: tuple[tuple[str, str], ...] = ()
    silent: str | None = None
    language: str = "en"
    twin: bool = False
    held: bool = True
    ended: date | None = None

    @property
    def begins(self) -> date | None:
        return self.effective or self.signed

    @property
    def first_end(self) -> date | None:
        """The last day of its first term as its words give it."""
        if self.end or self.term is None or self.begins is None:
            return self.end
        return add(self.begins, self.term)


@dataclass(frozen=True)
class Told:
    """A release, a news item or a letter: of which agreement, and when; ``effect`` is the last day of what it ends."""

    key: str
    kind: str
    of: str
    issued: date
    language: str = "en"
    effect: date | None = None


@dataclass
class Plan:
    seed: int
    agreements: dict[str, Planned] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)

    @property
    def held(self) -> list[Planned]:
        return [one for one in self.agreements.values() if one.held]


@cache
def bodies() -> dict[str, dict[str, Any]]:
    """The authority file's rows by id."""
    return {row["id"]: row for row in json.loads(AUTHORITIES.read_text(encoding="utf-8"))["authorities"]}


def consulates(count: int) -> list[str]:
    return [id for id, row in bodies().items() if id.startswith("MX-CON-") and "place" in row][:count]


def make(seed: int, agreements: int = 300, agencies: int = 20, posts: int = 50) -> Plan:
    """A plan of at least so many agreements that are held."""
    return _Planner(seed, AGENCIES[:agencies], consulates(posts)).make(agreements)


class _Planner:
    def __init__(self, seed: int, agencies: tuple[str, ...], posts: list[str]) -> None:
        self.random = random.Random(seed)
        self.plan = Plan(seed)
        self.pairs = [(agency, post) for agency in agencies for post in posts]
        self.random.shuffle(self.pairs)
        self.posts = posts

    def make(self, agreements: int) -> Plan:
        self._umbrellas()
        while len(self.plan.held) < agreements:
            self._lineage(*self.pairs.pop())
        return self.plan

    def _umbrellas(self) -> None:
        """National agreements; of two of them the archive holds no paper."""
        for number, top in enumerate(UMBRELLA_TOPS):
            signed = date(2003 + number, 5 + number, 11 + 3 * number)
            self._add(
                Planned(f"umbrella-{number}", top, ("MX-SRE",), "umbrella", signed, perpetual=True, held=number < 2)
            )

    def _add(self, one: Planned) -> Planned:
        self.plan.agreements[one.key] = one
        return one

    def _key(self) -> str:
        return f"a{len(self.plan.agreements):03d}"

    def _lineage(self, agency: str, post: str) -> None:
        """What one agency and one post, or five posts in one paper, agreed on in the course of time."""
        others = tuple(self.random.sample(self.posts, 5)) if self.random.random() < 0.05 else (post,)
        subject, kind = self.random.choice(SUBJECTS), self.random.choice(("mou", "alliance", "letter", "agreement"))
        day = date(2004, 1, 1) + timedelta(days=self.random.randrange(4000))
        last = self._first(agency, others, subject, kind, day)
        for _ in range(self.random.choice((0, 0, 1, 1, 2, 3))):
            if last.signed is None or last.perpetual or last.ended:
                break
            last = self._next(last)
        self._papers_around(last)
        if self.random.random() < 0.12 and last.signed and last.begins:
            other = self.random.choice([name for name in SUBJECTS if name != subject])
            self._first(agency, others, other, kind, last.begins + timedelta(days=self.random.randrange(150, 500)))

    def _first(self, agency: str, others: tuple[str, ...], subject: str, kind: str, signed: date) -> Planned:
        one = Planned(self._key(), agency, others, subject, signed, kind)
        fate = self.random.random()
        if fate < 0.04:
            return self._add(self._worded(replace(one, signed=None)))
        if fate < 0.10:
            return self._add(self._worded(replace(one, perpetual=True)))
        if fate < 0.16:
            return self._add(self._worded(one))
        return self._add(self._with_life(self._worded(one)))

    def _worded(self, one: Planned) -> Planned:
        chance = self.random.random
        umbrella = f"umbrella-{UMBRELLA_TOPS.index(top)}" if (top := self._top(one.agency)) and chance() < 0.4 else None
        if umbrella and one.signed and one.signed > date(2008, 1, 1):
            one = replace(one, says=(*one.says, ("implements", umbrella)))
        return replace(one, language="es" if chance() < 0.3 else "en", twin=chance() < 0.1 and one.signed is not None)

    def _top(self, agency: str) -> str | None:
        return next((top for top in UMBRELLA_TOPS if agency.startswith(top + "/")), None)

    def _with_life(self, one: Planned) -> Planned:
        """A term or a stated end, perhaps another beginning, an earlier signer, renewal of itself, notice."""
        assert one.signed
        chance = self.random.random
        term = Duration(self.random.choice((1, 2, 2, 3, 3, 5)), "years")
        if chance() < 0.15:
            term = Duration(self.random.choice((6, 18, 30)), "months")
        if chance() < 0.15:
            one = replace(one, effective=one.signed + timedelta(days=self.random.randrange(10, 80)))
        elif chance() < 0.05:
            assert one.signed
            one = replace(one, first_signed=one.signed - timedelta(days=self.random.randrange(340, 380)))
        if chance() < 0.25:
            assert one.begins
            end = add(one.begins, term)
            assert end
            return replace(one, end=end)
        one = replace(one, term=term)
        if chance() < 0.15:
            one = replace(one, automatic=Duration(self.random.choice((1, 2)), "years"))
        return replace(one, notice=Duration(self.random.choice((30, 60, 90)), "days")) if chance() < 0.5 else one

    def _next(self, last: Planned) -> Planned:
        """What came after: said or not, at once or after a gap, in its place, beside it or as a change of it."""
        assert last.signed
        assert last.begins
        fate = self.random.random()
        end = last.first_end
        if end is None:
            return self._following(last, last.begins + timedelta(days=self.random.randrange(700, 1500)), "renews")
        if fate < 0.40:
            return self._following(last, end + timedelta(days=self.random.randrange(-60, 40)), "renews")
        if fate < 0.55 and not last.automatic:
            return self._following(last, end + timedelta(days=self.random.randrange(-40, 90)), None)
        if fate < 0.72 and not last.automatic:
            return self._following(last, end + timedelta(days=self.random.randrange(200, 1500)), "renews")
        if fate < 0.80:
            middle = last.begins + (end - last.begins) / 2
            return self._following(last, middle, "supersedes")
        if fate < 0.90:
            return self._amendment(last, last.begins + (end - last.begins) * self.random.uniform(0.1, 0.9))
        return self._lost_between(last, end)

    def _following(self, last: Planned, signed: date, type: str | None) -> Planned:
        one = replace(last, key=self._key(), signed=signed, first_signed=None, effective=None, term=None, end=None,
                      automatic=None, notice=None, says=(), silent=None if type else last.key, ended=None)  # fmt: skip
        one = self._with_life(self._worded(one))
        return self._add(replace(one, says=(*one.says, (type, last.key))) if type else one)

    def _amendment(self, last: Planned, signed: date) -> Planned:
        self._add(replace(last, key=self._key(), kind="amendment", signed=signed, first_signed=None, effective=None,
                          term=None, end=None, automatic=None, notice=None, says=(("amends", last.key),), twin=False))  # fmt: skip
        return last

    def _lost_between(self, last: Planned, end: date) -> Planned:
        """A renewal of which no paper is held: the next one cites it, or a release tells of it."""
        lost = self._following(last, end + timedelta(days=5), "renews")
        self.plan.agreements[lost.key] = lost = replace(lost, held=False, twin=False)
        if self.random.random() < 0.5 and lost.first_end:
            return self._following(lost, lost.first_end + timedelta(days=20), "renews")
        self._release(lost)
        return last

    def _papers_around(self, last: Planned) -> None:
        chance = self.random.random
        if last.signed is None or not last.held:
            return
        if chance() < 0.45:
            self._release(last)
        end = last.first_end
        if (chance() < 0.08 or last.automatic) and last.begins and end and last.kind != "amendment":
            effect = last.begins + (end - last.begins) * (1.6 if last.automatic else 0.5)
            issued = effect - timedelta(days=30)
            self.plan.told.append(
                Told(f"t{len(self.plan.told):03d}", "termination", last.key, issued, last.language, effect)
            )
            self.plan.agreements[last.key] = replace(last, ended=effect)

    def _release(self, one: Planned) -> None:
        assert one.signed
        kind = self.random.choice(("release", "release", "news"))
        issued = one.signed + timedelta(days=self.random.randrange(0, 6))
        self.plan.told.append(
            Told(f"t{len(self.plan.told):03d}", kind, one.key, issued, self.random.choice(("en", "en", "es")))
        )
