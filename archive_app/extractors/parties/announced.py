"""The bodies that made the agreement a release or a news item tells of; bodies it merely mentions are none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive_app.extractors.authorities.composing import Mention
from archive_app.extractors.authorities.matcher import Matcher
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.parties.found import Found, body
from archive_app.extractors.sentences import sentences

#: Kinds of authorities that make no agreement themselves, though papers name them.
_NO_PARTIES = frozenset({"programme", "treaty", "government", "foreign government", "legislature"})
#: How much of a text tells who made the agreement; further down bodies are mentioned for other reasons.
_DEPTH = 6000
_THEY = re.compile(r"(?i)\s*(?:they|both|the\s+two|ambos|ambas|las\s+dos|los\s+dos)\b")
_AT = re.compile(r"\bat\s+(?:the\s+)?\Z")


@dataclass(frozen=True)
class Announcement:
    """The table ``announcement_cues`` as patterns."""

    thing: re.Pattern[str]
    deed: re.Pattern[str]
    aside: re.Pattern[str]
    works: re.Pattern[str]

    def tells(self, sentence: str) -> bool:
        """Whether a sentence tells of an agreement being made."""
        return bool(self.thing.search(sentence) and self.deed.search(sentence))

    @classmethod
    def build(cls, knowledge: Knowledge) -> Announcement:
        """Ask for it with ``knowledge.once(Announcement.build)``."""
        table = knowledge.table("announcement_cues")
        return cls(
            re.compile(rf"(?i)(?<!\w)(?:{'|'.join(table['things'])})(?!\w)"),
            re.compile(rf"(?i)(?<!\w)(?:{'|'.join(table['deeds'])})(?!\w)"),
            re.compile("(?i)" + "|".join(f"(?:{aside})" for aside in table["asides"])),
            re.compile("(?i)" + "|".join(f"(?:{work})" for work in table["works"])),
        )


def parties(text: str, matcher: Matcher, cues: Announcement) -> list[Found]:
    """Bodies in the sentences that tell of the agreement, the smaller body where one is part of another."""
    mentions = [m for m in matcher.read(text[:_DEPTH]) if m.id and matcher.record(m.id).role not in _NO_PARTIES]
    told: list[Mention] = []
    before: list[Mention] = []
    for start, end in sentences(text[:_DEPTH]):
        sentence = text[start:end]
        if cues.aside.search(sentence):
            continue
        within = [m for m in mentions if start <= m.start < end and not _AT.search(text, max(0, m.start - 12), m.start)]
        if cues.tells(sentence):
            told.extend([*before, *within] if _THEY.match(sentence) else within)
        elif cues.works.search(sentence):
            told.extend(m for m in within if matcher.record(m.ids[0]).role != "embassy")
        before = within
    told = _bodies_before_heads(told)
    return [
        body(matcher, text, mention.start, mention.end, mention.ids[0])
        for mention in _without_wholes(_first_each(told), mentions, matcher)
    ]


def _bodies_before_heads(told: list[Mention]) -> list[Mention]:
    """Without the heads of posts of a country of which a body itself is told of."""
    countries = {mention.ids[0][:2] for mention in told if not mention.person}
    return [m for m in told if not (m.person and m.form == "post" and m.ids[0][:2] in countries)]


def _first_each(mentions: list[Mention]) -> list[Mention]:
    """One mention for each body: the first that names it itself, not its head."""
    best: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda m: (m.person, m.start)):
        best.setdefault(mention.ids[0], mention)
    return sorted(best.values(), key=lambda m: m.start)


def _without_wholes(told: list[Mention], everywhere: list[Mention], matcher: Matcher) -> list[Mention]:
    """Without bodies of which a part is told of too; an agency of which the text knows one office is that office."""
    ids = {mention.ids[0] for mention in told}
    kept = []
    for mention in told:
        id = mention.ids[0]
        if any(other != id and matcher.is_within(other, id) for other in ids):
            continue
        offices = {m.ids[0] for m in everywhere if "/" in m.ids[0] and matcher.is_within(m.ids[0], id)} - {id}
        kept.append(_as_office(mention, offices.pop()) if len(offices) == 1 else mention)
    return kept


def _as_office(mention: Mention, office: str) -> Mention:
    return Mention(mention.start, mention.end, (office,), mention.form, mention.person)
