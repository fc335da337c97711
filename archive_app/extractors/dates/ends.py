"""Days on which agreements end: stated, told in the news or in a letter, the second of a range, extended to."""

from __future__ import annotations

import re

from archive_app.extractors.dates.cues import sentence_of
from archive_app.extractors.dates.scene import Scene, Told

#: Letters between the two ends of a range.
_JOINT = 30
#: The rule of the day on which a letter lets an agreement end.
LETTER_ENDS = "end told in a letter"
#: Letters before such an end in which the extending is told.
_EXTENDING = 130
#: What leaves it open whether an agreement is extended.
_LEFT_OPEN = re.compile(
    r"\b(?:may|can|could|might|option\w*|if|unless|podran?|pueden?|opcion|si|automatic\w*)\b(?=.{25})"
)
#: The rule of an end to which an agreement is extended.
EXTENDED_END = "stated end, extended to"
#: How a paper's name goes on to the day that it bears: "termination of the Agreement of DATE".
_OF_PAPER = re.compile(r"(?<!as )\b(?:of|dated|del?|fecha)(?: the)? ?\Z")


def told_end(scene: Scene) -> Told:
    """``notice of termination … takes effect on DATE``, ``se da por terminado … a partir del FECHA`` in a letter."""
    if scene.kind != "correspondence":
        return None
    parts = ("effective", "commencing", "expiration")
    told = (scene.cues.before[part].search(scene.around.before) for part in parts)
    stated = any(match and not (_OF_PAPER.search(match[0]) and scene.cues.subject.search(match[0])) for match in told)
    ends = scene.cues.ending.search(sentence_of(scene.around.before))
    return ("effective", LETTER_ENDS, 0.85) if stated and ends else None


def stated_end(scene: Scene) -> Told:
    """``shall remain in effect until DATE``, ``this agreement expires on DATE``, ``vigente hasta el FECHA``."""
    match = scene.cues.before["expiration"].search(scene.around.before)
    defined = scene.cues.after["expiration"].match(scene.around.after)
    if not match and not defined:
        return None
    sentence = sentence_of(scene.around.before)
    ours = (defined or scene.cues.subject.search(sentence)) and not scene.cues.not_subject.search(sentence)
    if scene.announcement:
        told_of = scene.cues.told_end.search(sentence) and not scene.cues.not_told_end.search(sentence)
        return ("expiration", "end told in the news", 0.8) if told_of else ("period", "end of a period", 0.75)
    if ours:
        extending = sentence[-_EXTENDING:]
        extends = scene.kind != "agreement" and scene.cues.extended.search(extending)
        if extends and not _LEFT_OPEN.search(extending):
            return "expiration", EXTENDED_END, 0.88
        told = (match or [""])[0]
        # Contracts of companies tell ends of many things.
        sure = (defined or "until" in told or "expir" in told) and scene.kind != "agreement"
        return "expiration", "stated end", 0.92 if sure else 0.88
    return "period", "end of a period", 0.75


def range_end(scene: Scene) -> Told:
    """``Term: DATE – DATE``, ``the term shall be from DATE to DATE``, ``vigencia del FECHA al FECHA``."""
    if scene.previous is None or scene.date.start - scene.previous.end > _JOINT or scene.announcement:
        return None
    joint = scene.reading.folded[scene.previous.end : scene.date.start]
    if not scene.cues.range.fullmatch(" ".join(joint.split()) + " "):
        return None
    sentence = sentence_of(scene.around.before)
    ours = scene.cues.range_of.search(sentence) and not scene.cues.not_subject.search(sentence)
    return ("expiration", "stated end, of a range", 0.85) if ours else ("period", "end of a period", 0.75)
