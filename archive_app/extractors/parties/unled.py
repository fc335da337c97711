"""Parties that no words such as "between" lead to: numbered with letters, or the subjects of a first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archive_app.extractors.parties.found import Found, unique
from archive_app.extractors.parties.listing import Lister
from archive_app.extractors.sentences import sentences

#: How far into a paper its parties may be numbered with letters, or be the subject of a sentence.
_LABEL_DEPTH, _SUBJECT_DEPTH = 14000, 4000
#: How companies write that they agree with an agent, and what comes next.
_CONFIRM = re.compile(
    r"(?i),?\s+(?:(?:each|jointly|severally|hereby|and)\s+|,\s*)*(?:confirms?|agrees?\s+and\s+confirms?)\s+(?:its|their|our|the)\s+(?:respective\s+)?"
    r"(?:agreements?|understandings?)\s+with\s+"
)
_CONFIRMED = re.compile(
    r"(?i)\s(?:as\s+follows|with\s+respect|concerning|regarding|that|to\s+act|whereby)\b|[;:.]\s*\n|\n\s*\n"
)
_CONFIRM_BEFORE = 900
#: "Party A: …" on lines of their own.
_LABELLED = re.compile(r"(?m)^[ \t]*(?:Party|Parte|PARTY|PARTE)\s+(?P<letter>[A-D1-4])\s*[:：][ \t]*(?=\S)")
#: "Supplier: …", "Buyer     …" on lines of their own, by the parts that are played.
_PART_DEPTH = 3500
#: A short form put in quotes and brackets behind a name, and what may stand between two so defined.
_SHORT_FORM = r"\((?:[^()\"“”]{0,60})[\"“][^\"“”()]{2,40}[\"”][^()]{0,40}\)"
_PAIR = re.compile(rf"{_SHORT_FORM}(?P<between>[^()]*?,?\s+(?:and|y|e)\s[^()]*(?:\([^()\"“]*\)[^()]*)?){_SHORT_FORM}")
_PAIR_DEPTH, _PAIR_BEFORE, _PAIR_BETWEEN = 3000, 320, 420
#: The day with which such a sentence may open: "On this 3rd day of May, 1994, ".
_DAY_FIRST = re.compile(r"(?:(?:On|As\s+of|Effective)\s[^()\n]{4,40}\b(?:19|20)\d\d,?\s+)")
#: Where a sentence may begin, and how far behind its name may stand.
_SENTENCE_START = re.compile(r"\n\s*\n\s*|(?<=[a-z)]{2})\.\s+(?=[A-Z“\"(])|\bAGREEMENT\s+")
_NAME_NEAR = 6
#: What bodies do that make an agreement, behind their names.
_SUBJECT = re.compile(
    r"\b(?:(?:(?:herein(?:after|below)?|hereafter|hereby)\s+|are\s+|is\s+|to\s+be\s+|each\s+|collectively\s+|jointly\s+|together\s+)+(?:referred\s+to|called|known)\s+(?:\w+\s+)?as\s|(?:herein(?:after|below)?|hereafter)[,:]?\s+(?:the\s+)?[\"“”‘'\s]*(?:the\s+)?(?:participants|parties|agencies|partners)|(?:en\s+adelante|en\s+lo\s+sucesivo|de\s+aqu[ií]\s+en\s+adelante|a\s+partir\s+de\s+ahora),?\s+(?:(?:denominad|llamad|referid|designad)[oa]s?\s+|conjuntamente\s+|colectivamente\s+|como\s+|se\s+les\s+denominar[aá]\s+)*[\"“”‘'\s]*l[ao]s\s+(?:participantes|partes)|(?:recognizing|considering|recalling|acknowledging|reconociendo|considerando|recordando|teniendo\s+en\s+cuenta)\b|(?:tienen\s+la\s+intenci[oó]n|se\s+proponen|han\s+(?:llegado|acordado|convenido)|have\s+reached|desire|desean)\b|hereinafter\s+the\s+(?:participants|parties)|en\s+adelante,?\s+l[ao]s\s+(?:participantes|partes)|are\s+the\s+(?:participants|parties)|son\s+(?:las\s+partes|los\s+participantes)|(?:hereby\s+)?(?:have\s+agreed|agreed|make\s+this|agree|intend|mean|plan|refer|rely|recognize|enter(?:ed)?\s+into|acuerdan|convienen|establecen|form|coordinate|start|cite|invoke|(?:hereby\s+)?renew|sign\s+this|renuevan|restablecen|suscriben|celebran|firman)\b)",
    re.I,
)
#: Between the bodies and what they do, on what grounds they do it.
_ASIDE = re.compile(
    r"(?i),\s+(?:in\s+(?:accordance|conformance|conformity|compliance|furtherance|order)|pursuant|acting|de\s+conformidad|"
    r"con\s+fundamento|en\s+cumplimiento|con\s+el\s+fin)\b"
)
#: Bodies that agree are sure enough where one of them is known.
_SURE = 0.85


def unled(text: str, lister: Lister) -> Iterator[tuple[list[Found], str]]:
    """Each way of telling that gives two parties or more, with its rule."""
    for told, rule in (
        (labelled, "parties: labelled with letters"),
        (parts_played, "parties: labelled with their parts"),
        (subjects, "parties: … and … agree"),
        (confirming, "parties: … confirm their agreement with …"),
        (defined_pair, "parties: two with short forms"),
    ):
        if found := told(text, lister):
            yield found, rule


def subjects(text: str, lister: Lister) -> list[Found]:
    """The first sentence whose subject is a list of bodies, one of them known: ``X and Y intend to establish …``."""
    for start, end in sentences(text[:_SUBJECT_DEPTH]):
        verb = _SUBJECT.search(text, start, end)
        aside = _ASIDE.search(text, start, verb.start()) if verb else None
        found = unique(lister.parties(text, start, (aside or verb).start())) if verb else []
        if len(found) > 1 and _are_bodies(found[:2], lister):
            return [replace(party, strength=max(party.strength, _SURE)) for party in found]
    return []


def _are_bodies(found: list[Found], lister: Lister) -> bool:
    """Whether two that agree are bodies, one of them known: ``the Consulate … and the Harbor Labor Office``."""
    known = [party for party in found if party.authority]
    return bool(known) and all(party.authority or lister.names.is_body(party.name) for party in found)


def confirming(text: str, lister: Lister) -> list[Found]:
    """Both sides of ``Blue Lake, Inc. and Lake Bank hereby confirm their agreement with Red Hill LLC as follows``."""
    told = _CONFIRM.search(text, 0, _SUBJECT_DEPTH)
    if told is None:
        return []
    above = (text.rfind(mark, 0, told.start()) for mark in ("\n\n", ":\n"))
    start = max(0, told.start() - _CONFIRM_BEFORE, *(at + 2 for at in above))
    stop = _CONFIRMED.search(text, told.end(), told.end() + _CONFIRM_BEFORE)
    left = lister.parties(text, start, told.start())
    right = lister.parties(text, told.end(), stop.start()) if stop else []
    return unique([*left, *right]) if left and right else []


def labelled(text: str, lister: Lister) -> list[Found]:
    """Parties on lines that letters number: ``Party A: Blue Lake Foods, Inc.``; none unless there are two letters."""
    found: dict[str, Found] = {}
    for label in _LABELLED.finditer(text[:_LABEL_DEPTH]):
        line_end = text.find("\n", label.end())
        for party in lister.one(text, label.end(), line_end if line_end > 0 else len(text)):
            found.setdefault(label["letter"], party)
    return unique(list(found.values())) if len(found) > 1 else []


def parts_played(text: str, lister: Lister) -> list[Found]:
    """Parties on lines that tell the part of each: ``Supplier: Blue Lake Foods, Inc.``; none unless two are told."""
    found: dict[str, Found] = {}
    for label in lister.labelled_part.finditer(text[:_PART_DEPTH]):
        line_end = text.find("\n", label.end())
        for party in lister.one(text, label.end(), line_end if line_end > 0 else len(text)):
            if party.role:
                found.setdefault(label["part"].casefold(), party)
    return unique(list(found.values())) if len(found) > 1 else []


def defined_pair(text: str, lister: Lister) -> list[Found]:
    """Two names that begin a sentence, each with its short form: ``Blue Lake Inc. (“BL”) and Ana Ruiz (“AR”)``."""
    for pair in _PAIR.finditer(text[:_PAIR_DEPTH]):
        if len(pair["between"]) > _PAIR_BETWEEN:
            continue
        before = text[max(0, pair.start() - _PAIR_BEFORE) : pair.start()]
        begin = max((match.end() for match in _SENTENCE_START.finditer(before)), default=0)
        start = pair.start() - len(before) + begin
        day = _DAY_FIRST.match(text, start, pair.end())
        start = day.end() if day else start
        found = unique(lister.parties(text, start, pair.end()))
        if len(found) == 2 and found[0].start - start < _NAME_NEAR and all(party.role for party in found):
            return found
    return []
