"""Parties: the bodies and persons that an agreement binds, or that made the agreement a release tells of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from archive_app.domain.fact import AGREEMENT_KINDS, ANNOUNCEMENT_KINDS, Fact, Party
from archive_app.extractors import recitals
from archive_app.extractors.authorities import matcher
from archive_app.extractors.context import Reading
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.names import names
from archive_app.extractors.parties import announced, letters, preamble
from archive_app.extractors.parties.announced import Announcement
from archive_app.extractors.parties.confirming import confirmed
from archive_app.extractors.parties.cues import PartyCues
from archive_app.extractors.parties.found import Found, unique
from archive_app.extractors.parties.headed import headed
from archive_app.extractors.parties.listing import Lister
from archive_app.extractors.parties.offices import smaller
from archive_app.extractors.signing import signatures

#: "Each of the undersigned agrees": all who sign are parties, persons too who sign for themselves, with this strength.
_UNDERSIGNED = re.compile(r"\beach of the undersigned\b|\bthe undersigned (?:hereby )?(?:agree|acknowledge)\b")
_ALONE = 0.65
#: How much less sure a release is than the paper itself.
_TOLD = 0.97
#: How much less sure bodies are that stand together at the top, with no word that they agree.
_TOGETHER = 0.88
#: How much less sure the two sides of a letter are, which may speak of what others agreed.
_LETTER = 0.8


def find(reading: Reading) -> Iterable[Fact]:
    """The parties, by the rules for the kind of paper."""
    kind = reading.value("kind")
    if kind in AGREEMENT_KINDS:
        listed = _of_agreement(reading, reading.knowledge.once(_lister))
        return _headed(reading, listed) or listed or _of_announcement(reading, own=True)
    if kind in ANNOUNCEMENT_KINDS:
        return _of_announcement(reading)
    found, rule, worth = preamble.best(_text(reading), reading.knowledge.once(_lister))
    if worth >= preamble.ENOUGH:
        return [party.fact(reading, rule, 0.9) for party in found if party.role]
    return _of_announcement(reading) or _of_letter(reading)


def _headed(reading: Reading, listed: list[Fact]) -> list[Fact]:
    """The bodies that stand together at the top, where the paper lists no two parties, or persons alone."""
    parties = [fact.value for fact in listed if isinstance(fact.value, Party)]
    if len(parties) > 1 and any(party.role != "person" for party in parties):
        return []
    found = headed(_text(reading), reading.knowledge.once(matcher))
    return [party.fact(reading, "parties: named together at the top", _TOGETHER) for party in found]


def _of_letter(reading: Reading) -> list[Fact]:
    """The two bodies between which a letter goes, where it names no others."""
    if reading.value("kind") != "correspondence":
        return []
    found = letters.correspondents(_text(reading), reading.knowledge.once(_lister))
    return [party.fact(reading, "parties: from whom and to whom", _LETTER) for party in found]


def _of_announcement(reading: Reading, own: bool = False) -> list[Fact]:
    """Whom the text says to have made the agreement; an agreement's ``own`` text says so outside its recitals."""
    knowledge = reading.knowledge
    text = recitals.without(_text(reading), knowledge) if own else _text(reading)
    found = announced.parties(text, knowledge.once(matcher), knowledge.once(Announcement.build))
    return [party.fact(reading, "parties: told of in a release", _TOLD) for party in found]


def _of_agreement(reading: Reading, lister: Lister) -> list[Fact]:
    """The list of parties; where there is none, those that a letter is to and from, or who signs.

    Those of the list that sign too are surer.
    """
    found, rule, worth = preamble.best(_text(reading), lister)
    found = unique([letters.spelled_out(_text(reading), party, lister) for party in found])
    found = [smaller(_text(reading), party, found, lister.matcher) for party in found]
    if worth >= preamble.ENOUGH:
        return confirmed(reading, [party.fact(reading, rule) for party in found])
    return confirmed(reading, _told_apart(reading, lister, found, rule))


def _told_apart(reading: Reading, lister: Lister, found: list[Found], rule: str) -> list[Fact]:
    """The parties of a paper without a whole list of them, by what tells each, surest first."""
    facts = [(party, rule) for party in found if party.strength >= 0.85]
    defined = sorted(letters.defined(_text(reading), lister), key=lambda party: -party.strength)
    signing = letters.signers(_text(reading), reading.once(signatures), lister)
    # Who signs for a company and again alone is known by the second.
    signed = unique(sorted(signing, key=lambda party: -party.strength))
    addressed = list(letters.addressee(_text(reading), lister))
    short = [replace(party, strength=min(party.strength, 0.89)) for party in defined if party.strength >= 0.9]
    facts += [(party, "parties: short form defined") for party in short]
    facts += [(replace(party, strength=0.8), "parties: addressee") for party in addressed]
    facts += [(party, "parties: who signs") for party in signed if party.role != "person"]
    facts += [(party, "parties: the undersigned") for party in letters.undersigned(_text(reading), lister)]
    persons = [party for party in signed if party.role == "person" and party.strength >= 0.5]
    facts += [(party, "parties: who signs") for party in sorted(persons, key=lambda party: -party.strength)]
    if not found:  # the other side of a list with a blank in it is told by no definition further down
        facts += [(party, "parties: short form defined") for party in defined if party.strength < 0.9]
    companies = [party for party in signed if party.role != "person"]
    alone = [party for party in persons if party.strength >= _ALONE] if _UNDERSIGNED.search(reading.folded) else []
    most = 2 if found or defined or addressed else max(2, len(companies) + len(alone))
    return [party.fact(reading, rule) for party, rule in _different(facts, most, lister)]


def _different(facts: list[tuple[Found, str]], most: int, lister: Lister) -> list[tuple[Found, str]]:
    """The surest readings of different parties; the same name in capitals or cut short is the same party."""
    kept: list[tuple[Found, str]] = []
    for party, rule in facts:
        if len(kept) < most and not any(_same(party, other, lister) for other, _ in kept):
            kept.append((party, rule))
    return kept


def _same(one: Found, other: Found, lister: Lister) -> bool:
    """Whether two names are one party's: the same letters, or one cut short.

    Of two companies that both bear their ending neither is cut short: ``Blue Lake, L.P.`` is not ``Blue Lake GP, LLC``.
    """
    short, long = sorted((one.key, other.key), key=len)
    if one.role == other.role == "company" and one.authority is other.authority is None:
        few, many = sorted((lister.names.stem(one.name), lister.names.stem(other.name)), key=len)
        return many.endswith(few)  # what stands before it may have stayed on the line above
    return short in long or (short[:12] == long[:12] and len(long) - len(short) < 12)


def _lister(knowledge: Knowledge) -> Lister:
    return Lister(knowledge.once(names), knowledge.once(matcher), knowledge.once(PartyCues.build))


def _text(reading: Reading) -> str:
    """The text with plain spaces for hard ones, as long as it was."""
    return reading.text.replace("\xa0", " ")
