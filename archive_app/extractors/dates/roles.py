"""The part a date plays where it stands: each rule reads one kind of wording, and the first that fits tells."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from archive_app.domain.fact import Signatory
from archive_app.extractors import recitals
from archive_app.extractors.context import Reading
from archive_app.extractors.dates.cues import WEEKDAY_LABEL, DateCues, Surroundings, sentence_of
from archive_app.extractors.dates.ends import range_end, stated_end, told_end
from archive_app.extractors.dates.found import Found
from archive_app.extractors.dates.older_papers import OlderPapers
from archive_app.extractors.dates.scene import Scene, Told
from archive_app.extractors.scanning import around

#: Letters from the top within which an instrument says when it was made.
_OPENING = 5000
#: Letters from the top within which a date on a line of its own is the paper's date.
_TOP = 1800
#: Letters before the first sign of a signature in which its date may stand.
_BESIDE = 120
#: Letters from the end within which a place and a day on one line are those of the signing.
_END = 300
#: How the other side of a letter takes it: "Agreed to and accepted as of".
_COUNTERSIGNED = re.compile(
    r"(?<!have )\b(?:agreed(?: to)?|accepted|acknowledged|confirmed)"
    r"(?:,? (?:and|&) (?:agreed(?: to)?|accepted|acknowledged|confirmed|\w+))?"
    r":?,?(?: as of| on| this| effective)*(?: the| this)? ?\Z"
)
#: Letters that may stand behind a day on the line of its label.
_FEW = 4
#: Letters of a cue before and behind its stem.
_LEAD, _WORDING = 20, 120
#: Letters from the top in which a site's title of the page stands, and what it says: "Region 4 - Alliance - ".
_PAGE_TITLE = 700
_TITLED = re.compile(
    r".{0,60}\b(?:agreement|alliance|renewal|amendment|memorandum|mou|arrangement|letter|acuerdo|alianza|convenio|"
    r"renovacion|arreglo|carta|enmienda)\b.{0,60} [-–—|] ?\Z"
)


#: Letters before a date in which its own paragraph begins.
_CLAUSE = 120
_PARAGRAPH = re.compile(r"\n\s*\n")
#: The end of a sentence of words, as against that of an abbreviation or a title's dash.
_OWN_SENTENCE = re.compile(r"[a-z)]{4}\. \Z")
#: A date of one signature, not of the whole paper.
_LABELLED = re.compile(
    r"(?<!expiration )(?<!termination )(?<!effective )(?<!expiry )(?<!commencement )(?<!start )(?<!end )(?<!due )"
    r"\b(?:dated?|fecha)(?: signed| de firma)?:? ?[_ ]*\Z"
)
#: "Signed 3/9/2018   Signed 3/14/2018", with nothing else in its cell.
_SIGNED_CELL = re.compile(r"(?:.*(?:\s{3}|\t))?(?:signed|firmado)(?: on| el)?:? *\Z")

_LABEL_LINE = re.compile(
    r"(?:\W*|.{0,80}(?:[\t\u2003/]|\s{3})\s*)(?:dated?|fecha)\b[^.]{0,14}\Z|.*(?:date|fecha):[ _]*\Z"
)
#: What stands by a signature, above its date.
_SIGNER = re.compile(
    r"\b(?:by|name|title|its|nombre|cargo|por):|/s/|_{5,}|\b(?:for|por) (?:the|el|la|los) [^.;:]{3,70}:? ?\Z"
)
#: A signer's name before a date on one line.
_SIGNER_LINE = re.compile(
    r"(?!.*\b(?:the|of|on|by|until|before|dated|agreement|no|and|el|de)\b)"
    r"(?:/s/ ?)?[a-z.'-]+(?: [a-z.'-]+){1,4}[ _,-]*"
)
#: Where a paper was signed, before the day: "Lunar, ", "En Lunar, a".
_PLACE_LINE = re.compile(r"(?:en |at |signed at )?[a-z][a-z .'/-]{2,40}(?:, ?[a-z. ]{2,20}){0,2}, ?(?:al?|el|on|this)?")
#: The same before what the signers do there, with the hour.
_IN_PLACE = re.compile(
    r"\ben (?!el\b)[^.;]{3,70},? (?:al?|el|siendo)(?: [a-z ]{0,30}(?:horas|dia))?(?: (?:del?|el))? ?\Z"
)
#: How an opening speaks of the date over it, and how far below that may be.
_NAMED_BELOW = re.compile(
    r"\b(?:made|entered\s+into|executed|effective|efectivo|celebrado|suscrito)\s+(?:and\s+\w+\s+)*(?:as\s+of|on|en|a)\s+(?:the\s+|la\s+)?"
    r"(?:date\s+(?:first\s+)?(?:set\s+forth|written|stated|shown|appearing)\s+above|fecha\s+(?:senalada|indicada|que\s+aparece)\s+arriba)"
)
_BELOW = 400
#: A word at a line's end that a date on the next line belongs to.
_LEADS_ON = re.compile(r"\b(?:of|on|dated?|until|through|del?|el|al|hasta|fecha|since|from|by) \Z")
#: A day by which something is due is not the day of signing.
_DEADLINE = re.compile(
    r"\b(?:not? later than|by|before|until|after|within|since|through|prior to|antes del?|hasta el) (?:the )?\Z"
)
#: Days of other signers on the same line, which wide gaps part.
_DAYS_ONLY = re.compile(
    r"(?:\s*(?:[a-z]{3,9}\.? \d{1,2}, \d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{1,2} de [a-z]+ del? \d{4})\s*)+"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A date with its part, why, how surely it has that part, and where it stands: preamble, body or signatures."""

    found: Found
    role: str
    rule: str
    confidence: float
    place: str = "body"


def mentions(reading: Reading, dates: list[Found]) -> list[Mention]:
    """Every date with its part, in reading order."""
    cues = reading.knowledge.once(DateCues.build)
    start, kind = signatures_start(reading, cues), reading.value("kind")
    told = []
    for previous, date in zip([None, *dates], dates, strict=False):
        scene = Scene(reading, date, previous, Surroundings.of(reading, date), cues, start, str(kind) if kind else None)
        role, rule, confidence = next(filter(None, (rule(scene) for rule in _RULES)), ("mentioned", "no cue", 0.6))
        told.append(Mention(date, role, rule, confidence, _place(scene)))
    return told


def _place(scene: Scene) -> str:
    """``preamble`` for a date by which the paper says it was made, ``signatures`` after they begin, else ``body``."""
    if scene.date.start < _TOP and scene.cues.preamble.search(sentence_of(scene.around.before)):
        return "preamble"
    return "signatures" if scene.date.start >= scene.signatures_from else "body"


def signatures_start(reading: Reading, cues: DateCues) -> int:
    """Where the signatures begin: a little before the first cue in the text's last three fifths, else its end."""
    text, length = reading.folded.replace("\n", " "), len(reading.folded)
    cue = around(cues.zone_stems, cues.zone, text, length * 2 // 5, length, lead=_LEAD, reach=_WORDING)
    match = next(cue, None)
    return max(0, match.start() - _BESIDE) if match else length


def _stamped(scene: Scene) -> Told:
    """``Source: …, DATE``, ``last updated on``, ``Exp. Date``, ``DATE (page stamp)``, ``As of DATE, information …``."""
    before = scene.cues.before["furniture"].search(scene.around.before)
    if before and before[0].endswith("as of "):
        before = scene.cues.as_of_after.match(scene.around.after)
    issued = not scene.instrument and scene.cues.issued_label.search(WEEKDAY_LABEL.sub("", scene.around.before))
    stamped = before or (not issued and scene.cues.after["furniture"].match(scene.around.after))
    return ("furniture", "stamp or banner", 0.93) if stamped else None


def _round_the_page(scene: Scene) -> Told:
    """``Please note: As of DATE, information …``, ``… < DOL HOME``: a day in what a web page prints over its text."""
    nothing = scene.reading.is_furniture(scene.date.start, scene.date.end)
    return ("furniture", "round a web page's text", 0.93) if nothing else None


def _page_title(scene: Scene) -> Told:
    """``Region 4 - Alliance Agreement - DATE``: the day at the end of the title that a site gave the paper's page."""
    if scene.date.start > _PAGE_TITLE or not scene.date.exact or not scene.instrument or scene.around.line_after:
        return None
    return ("agreement", "title of its page", 0.85) if _TITLED.match(scene.around.line_before) else None


def _recited(scene: Scene) -> Told:
    """``RECOGNIZING the Letter of Arrangement … signed at Washington on DATE``: the day of what the paper rests on."""
    if not scene.instrument or scene.around.speaks_of_this(scene.cues):
        return None
    recited = recitals.inside(scene.reading.folded, scene.date.start, scene.reading.knowledge)
    return ("cited", "date of another paper, recited", 0.85) if recited else None


def _of_older_paper(scene: Scene) -> Told:
    """``they signed an Alliance on DATE and renewed it on DATE``, ``which was to end on DATE``."""
    if not scene.instrument or scene.date.start > scene.signatures_from:
        return None
    older, before = scene.reading.knowledge.once(OlderPapers.build), scene.around.before
    told = older.was_made(before, scene.around.after) or older.was_to_end(before)
    return ("cited", "date of another paper", 0.85) if told else None


def _labelled(scene: Scene) -> Told:
    """``Effective: DATE``, ``Expires: DATE``, ``Vigencia hasta: FECHA`` on a line of its own."""
    if not scene.instrument:
        return None
    for role, label in scene.cues.labelled:
        if role == "agreement" and scene.date.start > scene.signatures_from:
            continue  # the day of one signature
        told = scene.around.line_before
        if label.fullmatch(told) and (told.endswith(":") or len(scene.around.line_after) < _FEW):
            return role, f"labelled {role}", 0.92
    return None


def _compact(scene: Scene) -> Told:
    """Eight digits in a file's name or an address."""
    return ("furniture", "file name", 0.8) if scene.date.form == "compact" else None


def _effective(scene: Scene) -> Told:
    """``effective as of DATE``, ``DATE (the "Effective Date")``, ``entrará en vigor el FECHA``."""
    defined = scene.cues.after["effective"].match(scene.around.after)
    stated = scene.cues.before["effective"].search(scene.around.before)
    if not (defined or stated) or scene.cues.not_effective.search(sentence_of(scene.around.before)):
        return None
    if scene.announcement and scene.cues.not_effective_told.search(sentence_of(scene.around.before)):
        return None
    this = True if _opens_its_clause(scene) else scene.around.speaks_of_this(scene.cues)
    if defined:
        return ("effective", "defined as the effective date", 0.95) if this is not False else None
    if scene.date.start < _OPENING or scene.announcement:
        ours = this is not False or scene.announcement
        return ("effective", "effective as of", 0.92) if ours else None
    return ("effective", "effective as of, further on", 0.75) if this else None


def _opens_its_clause(scene: Scene) -> bool:
    """``4. It shall enter into force on DATE``, ``Surtirá efectos …``: an instrument's own, whatever stands above."""
    if not scene.instrument:
        return False
    paragraph = _PARAGRAPH.split(scene.reading.folded[max(0, scene.date.start - _CLAUSE) : scene.date.start])[-1]
    return scene.cues.own_clause.match(" ".join(paragraph.split()) + " ") is not None


def _commencing(scene: Scene) -> Told:
    """``for a term commencing on DATE``, ``a partir del FECHA``."""
    sentence = sentence_of(scene.around.before)
    if scene.cues.not_effective.search(sentence) or scene.cues.not_begins.search(sentence):
        return None
    if not scene.cues.begins.search(sentence):
        return None
    after = scene.cues.after["commencing"].match(scene.around.after)
    if after or scene.cues.before["commencing"].search(scene.around.before):
        return "effective", "commencing", 0.82
    return None


def _opening(scene: Scene) -> Told:
    """``This Agreement is made and entered into as of DATE``, ``hecho el FECHA``; of another paper it is a citation."""
    match = scene.cues.before["opening"].search(scene.around.before)
    if _appearing(scene):
        return "agreement", "made and entered into", 0.9
    if not match or _DEADLINE.search(scene.around.before):
        return None
    this = scene.around.speaks_of_this(scene.cues)
    if this is False:
        return "cited", "date of another paper", 0.85
    if not scene.instrument or (this is None and scene.date.start > _OPENING):
        return None
    if scene.date.start > scene.signatures_from:
        if _COUNTERSIGNED.search(sentence_of(scene.around.before)):
            return "signature", "beside a signature", 0.85
        return "agreement", "in witness whereof", 0.9
    if scene.date.start > 3 * _OPENING:
        return None
    return "agreement", "made and entered into", 0.95 if this else 0.88


def _appearing(scene: Scene) -> bool:
    """``En Lunar, a FECHA, comparecen …``, ``En la ciudad de Lunar, a las diez horas del FECHA, los suscritos``."""
    if scene.date.start > _TOP or not scene.instrument or not scene.date.exact:
        return False
    return bool(scene.cues.after["opening"].match(scene.around.after) and _IN_PLACE.search(scene.around.before))


def _dated_signature(scene: Scene) -> Told:
    """``Date: DATE``, ``Fecha: FECHA`` after the signatures begin."""
    if scene.announcement:
        return None
    if scene.instrument and _late(scene) and _SIGNED_CELL.fullmatch(scene.around.line_before):
        return "signature", "beside a signature", 0.85
    if not _LABELLED.search(scene.around.before):
        return None
    on_its_line = _LABEL_LINE.match(scene.around.line_before)
    if not on_its_line and not scene.around.before.rstrip(" _").endswith(":"):
        return None  # "dated" within a sentence, which speaks of another paper
    late = on_its_line and _late(scene)
    later = scene.date.start > scene.signatures_from or late
    signed = later or _SIGNER.search(_LABELLED.sub("", scene.around.before[-160:]))
    return ("signature", "beside a signature", 0.85) if signed else None


def _late(scene: Scene) -> bool:
    """Whether a date stands in the last three fifths of the text, where signatures do."""
    return scene.date.start > len(scene.reading.folded) * 2 // 5


def _signed(scene: Scene) -> Told:
    """A date that stands by itself, or after ``on``, among the signatures."""
    if scene.date.start < scene.signatures_from or scene.announcement:
        return None
    worded = scene.cues.before["signature"].search(scene.around.before)
    ends_line = len(scene.around.line_after) < 40
    beside = _DAYS_ONLY.fullmatch(scene.around.line_before)
    alone = bool(beside or not scene.around.line_before.strip("_ -")) and ends_line
    if scene.instrument and ends_line and _PLACE_LINE.fullmatch(scene.around.line_before):
        return "agreement", "place and date at the end", 0.85
    if not worded and not alone:
        alone = not scene.around.line_after and bool(_SIGNER_LINE.fullmatch(scene.around.line_before))
    if worded or alone:
        return "signature", "beside a signature", 0.85 if worded else 0.75
    return None


def _of_signer(scene: Scene) -> Told:
    """A day that stands beside a signer's name: ``Ana Ruiz, Director      August 31, 2016``."""
    if not scene.instrument or not scene.date.exact or not _late(scene):
        return None
    signed = str(scene.date.date) in scene.reading.once(_days_of_signers)
    return ("signature", "beside a signature", 0.85) if signed else None


def _days_of_signers(reading: Reading) -> frozenset[str]:
    """The days beside the signers' names, where each has one."""
    signers = [fact.value for fact in reading.found("signatory") if isinstance(fact.value, Signatory)]
    days = frozenset(signer.date for signer in signers if signer.date)
    return days if all(signer.date for signer in signers) else frozenset()


def _at_the_end(scene: Scene) -> Told:
    """``En la ciudad de Lunar, a FECHA.`` as the last words of a paper whose signatures nothing else shows."""
    last = len(scene.reading.folded.rstrip()) - scene.date.end
    if last > _END or not scene.instrument or not scene.date.exact:
        return None
    if len(scene.around.line_after) > 2 or not _PLACE_LINE.fullmatch(scene.around.line_before):
        return None
    return "agreement", "place and date at the end", 0.85


def _standing_alone(scene: Scene) -> Told:
    """A date on a line of its own, or ending a place's name, at the top: a letterhead's, a cover's; or one that the
    opening speaks of as the date set forth above."""
    if scene.date.start > _TOP or scene.announcement or not scene.date.exact:
        return None
    if _OWN_SENTENCE.search(scene.around.before) and scene.around.after.startswith("."):
        return ("agreement" if scene.instrument else "issued"), "a sentence of its own", 0.8
    named = _NAMED_BELOW.search(scene.reading.folded, scene.date.end, scene.date.end + _BELOW)
    if named and scene.instrument:
        return "agreement", "date at the top", 0.8
    before = re.sub(r"^(?:dated?|fecha)(?: as of)?:? ?|^[a-z .,'/-]{3,40}, ?(?:a|el)?$", "", scene.around.line_before)
    if not scene.around.line_before and _LEADS_ON.search(scene.around.before):
        return None
    if before.strip(' .,:-_()[]"') or len(scene.around.line_after.strip(' .,:-_()[]"')) > 12:
        return None
    return ("agreement" if scene.instrument else "issued"), "date at the top", 0.85


def _cited(scene: Scene) -> Told:
    """The date of another paper that this one rests on, renews or speaks of."""
    return ("cited", "date of another paper", 0.8) if scene.around.speaks_of_this(scene.cues) is False else None


_RULES: tuple[Callable[[Scene], Told], ...] = (
    _round_the_page, _stamped, _compact, _labelled, _page_title, _recited, _of_older_paper,
    told_end, _effective, _of_signer, _dated_signature, range_end,
    stated_end, _commencing, _opening, _signed,
    _at_the_end, _standing_alone, _cited,
)  # fmt: skip
