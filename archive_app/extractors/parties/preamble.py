"""Finds where an agreement names its parties: its heading, its first sentence, or a sentence that says who they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive_app.extractors import recitals
from archive_app.extractors.parties.found import Found, unique
from archive_app.extractors.parties.listing import Lister
from archive_app.extractors.parties.naming import prefix
from archive_app.extractors.parties.sides import RULE as _SIDES
from archive_app.extractors.parties.sides import sides
from archive_app.extractors.parties.unled import unled

#: How far into an agreement its parties are looked for, how far before a list its own name stands, how long a list is.
_DEPTH, _BEFORE, _LONGEST = 14000, 320, 3500
#: How far into the paper a passage may stand that gives one party only.
_SINGLE_DEPTH = 3000
#: A list that ends with the short form of another paper: ``between X and Y (the “Supply Agreement”)``.
_CITED = re.compile(
    r"\((?:the|such|that|el|la)?\s*[\"“][^\"”()]*(?:Agreement|Contract|Lease|Plan|Letter|Contrato|Acuerdo|Convenio)[\"”][^()]*\)\s*[.,]?\s*\Z",
    re.I,
)
#: The rule of a list below the word Parties; such a list names two at least.
_HEADED = "parties: list headed Parties"
#: What two sure parties are worth.
ENOUGH = 1.7
_MADE_BY = re.compile(
    r"(?i)\b(?:made|executed|entered\s+into|given|delivered|effective[^.]{0,60})[^.]{0,60}?\bby\s+(?!and\s)(?:(?:the|each\s+of)\s+)?"
    r"(?-i:(?=[A-Z“\"(_]))"
)
_PARTIES = re.compile(
    r"(?m)^\s*(?:THE\s+)?PART(?:IES|ES)\s*(?::\s*\n|\n(?=\s*\(?[1aA][.)]\s))|\bPARTIES:\s|^\s*(?:Parties|Partes|Participants|Participantes)\s*:\s"
)
#: "I enter into this Agreement with …"
_MADE_WITH = re.compile(r"(?i)\benter(?:s|ed|ing)?\s+into\s+this\s[^.;]{0,120}?\bwith\s+(?:the\s+)?(?-i:(?=[A-Z]))")
_ARE_PARTIES = re.compile(
    r"(?i)\b(?:the\s+(?:two\s+|three\s+)?(?:participants|parties)(?:\s+to\s+this\s+\w+)?\s+are|its\s+parties\s+are|las\s+partes\s+son|los\s+participantes\s+son|"
    r"(?:is|are)\s+(?:made|entered)\s+(?:into\s+)?by\s+(?:and\s+between\s+)?)\s+"
)
_THROUGH = re.compile(
    r"(?i)\b(?:act(?:s|ing)?\s+(?:by\s+and\s+)?through|through\s+(?:its|their|the)|por\s+conducto\s+de|a\s+trav[eé]s\s+de|act[uú]an?\s+(?:el|la|los|las))\b"
)
#: A full stop after a word of three letters at least, before a capital.
_FULL_STOP = re.compile(r"(?<![\w.&])(?P<word>[^\W\d_]{3,})[\"”’)]*\.\s+(?=[A-ZÀ-ÞÁÉÍÓÚÑ])")
_CUT_SHORT = frozenset(
    [
        "ave",
        "avda",
        "blvd",
        "bldg",
        "rev",
        "hon",
        "prof",
        "sra",
        "srta",
        "dept",
        "gral",
        "calif",
        "fla",
        "tex",
        "mass",
        "penn",
        "wash",
        "ariz",
        "jan",
        "feb",
        "mar",
        "apr",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
        "reg",
        "nos",
        "col",
        "esq",
        "ing",
        "lic",
        "licda",
        "mtro",
        "mtra",
        "dra",
        "arq",
        "profa",
    ]
)
#: A list in a block, with its lead on a line of its own; elsewhere an empty line ends it where the sentence may end.
_BLOCK = re.compile(r"[ \t]*:?[ \t]*\n")
_BODY_TEXT = re.compile(r"\n[ \t]*\n\s*(?=[A-Z][^\n]*(?<!\w)[a-z]{2,}\s+[a-z]{2,})")
_NEW_BLOCK = re.compile(r"(?<![,;&])(?<!nd)(?<!ND)[ \t]*\n[ \t]*\n\s*(?=[A-Z])")
#: "and" on a line of its own, before a further paragraph of the list.
_JOINED = re.compile(r"(?i)(?<!\w)(?:and|y|&)\s*[-–—]*\s*\Z")
#: Letters of a paragraph in which the name stands with which it begins.
_PARAGRAPH = 160
#: A sentence right below a list in capitals: "… OF INDUSTRY", "The Administration and the Chamber hereby …".
_UNDER_CAPITALS = re.compile(r"\n(?=(?:The|This|El|La|Los|Las|Est[ea])\s[^\n]*[a-zà-ÿ]{3,} [a-zà-ÿ]{2,}[^\n]{40,})")
#: Words by which a paper speaks of an earlier one, whose parties are not its own.
_RECITAL = re.compile(
    r"(?i)\b(?:cites?|citing|recall\w*|acknowledg\w*|refers?|rel(?:y|ies)|invok\w*|starts?\s+from|rests?\s+on|bas(?:is|ed)\s|pursuant\s+to\s+the|since\s+the|"
    r"act(?:s|ing)?\s+under|within\s+the\s+framework|al\s+amparo|en\s+el\s+marco|"
    r"citan?|recuerdan?|reconoc\w+|se\s+apoya|con\s+base\s+en|de\s+conformidad|conforme\s+a)\b"
)


def passages(text: str, lister: Lister) -> Iterator[tuple[int, int, str]]:
    """Spans that may list the parties, in reading order, with the rule that found each."""
    head, cues = text[:_DEPTH], lister.cues
    for match in _PARTIES.finditer(head):
        yield match.end(), _end(text, match.end(), lister), _HEADED
    for match in cues.lead.finditer(head):
        before = head[max(0, match.start() - _BEFORE) : match.start()]
        if recitals.recited(head, match.start(), cues.recital):
            continue
        if cues.paper.search(before) and not _RECITAL.search(re.split(r"\.\s|\n\n", before)[-1]):
            yield match.end(), _end(text, match.end(), lister), "parties: between … and …"
    for match in _MADE_BY.finditer(head, 0, _SINGLE_DEPTH):
        yield match.end(), _end(text, match.end(), lister), "parties: made by … in favor of …"
    for match in _MADE_WITH.finditer(head, 0, _SINGLE_DEPTH):
        yield match.end(), _end(text, match.end(), lister), "parties: made with …"
    for match in _ARE_PARTIES.finditer(head):
        yield match.end(), _end(text, match.end(), lister), "parties: the participants are …"


def best(text: str, lister: Lister) -> tuple[list[Found], str, float]:
    """The parties of the first passage that names two for sure, else of the one that tells most; its rule, its worth.

    A worth of ENOUGH means two sure parties; without any passage there are no parties, and the worth is 0.
    """
    most: tuple[list[Found], str, float] = ([], "", 0.0)
    if opposed := sides(text, lister):
        return through(text, opposed, lister), _SIDES, _worth(opposed)
    for start, end, rule in passages(text, lister):
        if _CITED.search(text[max(start, end - 120) : end]):
            continue
        found = unique(lister.parties(text, start, end))
        if len(found) > 1 or (found and start < _SINGLE_DEPTH and rule != _HEADED):
            most = max(most, (found, rule, _worth(found)), key=_told)
        if most[2] >= ENOUGH and not any(party.open for party in most[0]):
            break
    else:
        most = max([most, *((found, rule, _worth(found)) for found, rule in unled(text, lister))], key=_told)
    return through(text, most[0], lister), most[1], most[2]


def _told(told: tuple[list[Found], str, float]) -> tuple[bool, int, float]:
    """What makes one list of parties tell more than another: two sure parties, none left open, then how sure."""
    found, _, worth = told
    return worth >= ENOUGH, -sum(party.open for party in found), worth


def _worth(found: list[Found]) -> float:
    """How much a passage tells: two sure parties are worth two, more count little."""
    sure = sorted((party.strength for party in found), reverse=True)
    return round(sum(sure[:2]) + 0.02 * min(len(sure) - 2, 3), 1) if len(sure) > 1 else sure[0]


def _end(text: str, start: int, lister: Lister) -> int:
    """Where a list of parties that begins at ``start`` ends."""
    cues = lister.cues
    stop = min(start + _LONGEST, len(text))
    for pattern in (cues.end, cues.sentence_end):
        if match := pattern.search(text, start + 1, stop):
            stop = min(stop, match.start() + 1)
    new_block = _BODY_TEXT if _BLOCK.match(text, start) else _NEW_BLOCK
    gaps = (gap for gap in new_block.finditer(text, start, stop) if not _goes_on(text, gap, lister))
    if gap := next(gaps, None):
        stop = gap.start() + 1
    if text[start:stop].lstrip().partition("\n")[0].isupper() and (body := _UNDER_CAPITALS.search(text, start, stop)):
        stop = body.start() + 1
    for point in _FULL_STOP.finditer(text, start, stop):
        word = point["word"]
        if not lister.names.only_endings(word) and word.casefold() not in _CUT_SHORT:
            return point.end("word") + 1
    return stop


def _goes_on(text: str, gap: re.Match[str], lister: Lister) -> bool:
    """Whether a list goes on in the next paragraph: behind "and", or with a name and its description."""
    if _JOINED.search(text, max(0, gap.start() - 12), gap.start()):
        return True
    words = text[gap.end() : gap.end() + _PARAGRAPH]
    words = words[prefix(words) :]
    name = lister.namer.name(words)
    named = bool(name) and (lister.names.is_company(name) or lister.names.person(name) is not None)
    return named and bool(re.match(r"\.?\s*[,(]", words[len(name) :]))


def through(text: str, found: list[Found], lister: Lister) -> list[Found]:
    """Parties with those in the place of each that it acts through: ``the Division acts through its Section``.

    A government gives way to the ministries and agencies that act for it, any other body to a part of itself.
    """
    for match in _THROUGH.finditer(text[:6000]):
        begin = max(text.rfind(". ", 0, match.start()) + 2, 0)
        end = text.find(". ", match.end())
        acting = lister.bodies(text, begin, end if end > 0 else len(text))
        found = [part for party in found for part in _parts(party, acting, lister) or [party]]
    return unique(found)


def _parts(party: Found, acting: list[Found], lister: Lister) -> list[Found]:
    """Those that act for a party."""
    if party.authority is None:
        return []
    if party.role in ("government", "foreign government"):
        home = party.authority[:2]
        return [body for body in acting if str(body.authority)[:2] == home and body.role != party.role]
    within = lister.matcher.is_within
    return [
        part
        for part in acting
        if part.authority != party.authority and part.role != "embassy" and within(str(part.authority), party.authority)
    ]
