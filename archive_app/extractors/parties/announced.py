"""The bodies that made the agreement a release or a news item tells of; bodies it merely mentions are none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from archive_app.extractors.authorities.composing import Mention
from archive_app.extractors.authorities.matcher import Matcher
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.parties.found import Found, body
from archive_app.extractors.sentences import sentences

#: Kinds of authorities that make no agreement themselves, though papers name them.
NO_PARTIES = frozenset({"programme", "treaty", "government", "foreign government", "legislature"})
#: Kinds of bodies of a sending state, and the part of a line that the names of both sides fill.
_POSTS = frozenset({"consulate", "embassy", "ministry"})
_FILLED = 0.75
#: How much of a text tells who made the agreement; further down bodies are mentioned for other reasons.
_DEPTH = 6000
#: "the consulates in Boise, Tucson and Yuma": between such cities, and how sure each of them is a party by itself.
_CITY_LIST = re.compile(r",?\s+(?:(?:and|y|e)\s+)?|,\s+[A-Z][a-z]+,?\s+(?:and\s+|y\s+)?")
_ONE_OF_SEVERAL = 0.88
#: Letters from the top in which a release's letterhead stands.
_LETTERHEAD = 300
_AT = re.compile(r"\bat\s+(?:the\s+)?\Z")


@dataclass(frozen=True)
class Announcement:
    """The table ``announcement_cues`` as patterns."""

    thing: re.Pattern[str]
    deed: re.Pattern[str]
    aside: re.Pattern[str]
    works: re.Pattern[str]
    signed: re.Pattern[str]
    they: re.Pattern[str]
    post: re.Pattern[str]
    of_country: re.Pattern[str]

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
            re.compile(rf"(?i)(?<!\w)(?:{'|'.join(table['signed'])})(?!\w)"),
            re.compile(rf"(?i)\s*(?:{'|'.join(table['they'])})\b"),
            re.compile(rf"(?i)\b(?:{'|'.join(table['post'])})\b"),
            re.compile(table["of_country"]),
        )


def parties(text: str, matcher: Matcher, cues: Announcement) -> list[Found]:
    """Bodies in the sentences that tell of the agreement, the smaller body where one is part of another."""
    mentions = [m for m in matcher.read(text[:_DEPTH]) if m.id and _may_be_party(m, matcher)]
    told: list[Mention] = []
    before: list[Mention] = []
    near: list[Mention] = []
    telling = False
    for start, end in sentences(text[:_DEPTH]):
        sentence = text[start:end]
        if cues.aside.search(sentence):
            continue
        within = [m for m in mentions if start <= m.start < end and not _AT.search(text, max(0, m.start - 12), m.start)]
        goes_on = telling and cues.signed.search(sentence)
        telling = bool(cues.tells(sentence) or goes_on or _names_both(sentence, within, matcher, cues))
        if telling:
            told.extend([*before, *within] if cues.they.match(sentence) else within)
            near.extend([*before, *within])
        elif cues.works.search(sentence):
            told.extend(m for m in within if matcher.record(m.ids[0]).role != "embassy")
        before = within
    told = _ministries_before_embassies(_bodies_before_heads(told), matcher)
    told.extend(_letterhead_post(text, told, mentions, matcher, cues))
    if any(matcher.record(mention.ids[0]).role == "consulate" for mention in told):
        near = mentions  # a post makes its agreements with offices, a ministry or an embassy with agencies
    chosen = _without_wholes(_first_each(told), near, matcher)
    return [_found(mention, chosen, text, matcher) for mention in chosen]


def _letterhead_post(
    text: str, told: list[Mention], mentions: list[Mention], matcher: Matcher, cues: Announcement
) -> list[Mention]:
    """The post whose release this is, where the text below its name says no more than "the consulate" of it."""
    roles = {matcher.record(mention.ids[0]).role for mention in told}
    if not told or roles & _POSTS:
        return []
    top = [m for m in mentions if m.end < _LETTERHEAD and not m.person and matcher.record(m.ids[0]).role == "consulate"]
    alone = len({mention.ids[0] for mention in top}) == 1
    return top[:1] if alone and cues.post.search(text, top[0].end, _DEPTH) else []


def _found(mention: Mention, others: list[Mention], text: str, matcher: Matcher) -> Found:
    """A mention as a party; less sure where it is one city of several that share their body's name."""
    found = body(matcher, text, mention.start, mention.end, mention.ids[0])
    beside = (
        _CITY_LIST.fullmatch(text[one.end : two.start])
        for one, two in [(mention, other) for other in others] + [(other, mention) for other in others]
        if one.end <= two.start and one.form == two.form in ("post", "office")
    )
    return replace(found, strength=_ONE_OF_SEVERAL) if any(beside) else found


def _may_be_party(mention: Mention, matcher: Matcher) -> bool:
    """An ambassador speaks for a government, of which the paper need not say that the embassy made the agreement."""
    role = matcher.record(mention.ids[0]).role
    return role not in NO_PARTIES and not (mention.person and role == "embassy")


def _names_both(sentence: str, within: list[Mention], matcher: Matcher, cues: Announcement) -> bool:
    """``The Administration (OSHA) and the Consulate of Mexico in Boise.``: a line that two sides' names fill."""
    bodies = [mention for mention in within if not mention.person]
    posts = {matcher.record(mention.ids[0]).role in _POSTS for mention in bodies}
    filled = sum(mention.end - mention.start for mention in bodies)
    return len(posts) > 1 and filled >= _FILLED * len(cues.of_country.sub("", sentence).strip())


def _ministries_before_embassies(told: list[Mention], matcher: Matcher) -> list[Mention]:
    """Without "the embassy" of a country whose ministry is told of as a party."""
    countries = {m.ids[0][:2] for m in told if matcher.record(m.ids[0]).role == "ministry"}
    return [
        mention
        for mention in told
        if mention.form != "general"
        or mention.ids[0][:2] not in countries
        or matcher.record(mention.ids[0]).role != "embassy"
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


def _without_wholes(told: list[Mention], near: list[Mention], matcher: Matcher) -> list[Mention]:
    """Without bodies of which a part is told of too; an agency that is told of beside one office is that office."""
    ids = {mention.ids[0] for mention in told}
    kept = []
    for mention in told:
        id = mention.ids[0]
        if any(other != id and matcher.is_within(other, id) for other in ids):
            continue
        offices = {m.ids[0] for m in near if "/" in m.ids[0] and matcher.is_within(m.ids[0], id)} - {id}
        kept.append(_as_office(mention, offices.pop()) if len(offices) == 1 else mention)
    return kept


def _as_office(mention: Mention, office: str) -> Mention:
    return Mention(mention.start, mention.end, (office,), mention.form, mention.person)
