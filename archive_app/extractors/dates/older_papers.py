"""Dates that an instrument tells of papers before it: when they were made, renewed, and due to end."""

from __future__ import annotations

import re

#: Behind a day: "On DATE the parties signed an agreement", "DATE, as amended".
_AFTER = re.compile(
    r",? ?\(?as (?:heretofore |previously |so )?(?:amended|supplemented|modified|restated)|"
    r",? ?(?:both |ambas |ambos |the |las |los |estas |estos )?(?:parties|participants|agencies|partes|participantes) "
    r"(?:signed|entered into|executed|concluded|suscribieron|firmaron|celebraron) (?:an?|una?|their|su) |"
    r",? ?se (?:suscribio|firmo|celebro) (?:el|la) (?!presente)|"
    r",? ?(?:it |se )?(?:signed|suscribio|firmo|celebro)(?: (?:with|con) [^,.;]{2,60})? (?:an?|una?) "
)
_MADE = r"(?:signed|entered into|executed|concluded|formed|suscribieron|firmaron|celebraron|formaron)"
#: Before a day: "they signed an Alliance on", "and renewed it on".
_BEFORE = re.compile(
    rf"(?<!hereby )(?<!have )\b{_MADE} (?:an?|una?|their (?:first|original)|su (?:primer[oa]?)) "
    r"(?:[\w-]+ ){1,6}(?:on|el|dated|del?) \Z|"
    r"(?<!hereby )\b(?:renewed|extended) (?:it|the same|that \w+) (?:again )?(?:on|in) \Z|"
    r"\bl[oa] (?:renovaron|prorrogaron) el \Z|"
    r"\b(?:was|were|had been|fue|fueron) (?:first |last |later |subsequently )?"
    r"(?:renewed|extended|amended|renovad[oa]|prorrogad[oa]) (?:on|el) \Z"
)
#: Before a day on which another paper ended: "which was to end on", "and is set to expire on", "que vencía el".
_ENDED = re.compile(
    r"\b(?:was|were) (?:\w+ )?(?:to|set to|due to|scheduled to) (?:end|expire|lapse|terminate|conclude)\b[^.;]{0,24}\Z|"
    r"\b(?:is|are) (?:set|due|about) to (?:end|expire|lapse)\b[^.;]{0,24}\Z|"
    r"\b(?:which|that) (?:will |would )?(?:ends?|ended|expires?|expired|lapse[sd]?|terminate[sd]?)(?: on)?(?: the)? \Z|"
    r"\b(?:vencia|vencio|concluia|concluyo|expiraba|expiro|terminaba|debia (?:vencer|concluir|terminar))\b"
    r"[^.;]{0,24}\Z|"
    r"\b(?:que|cual) (?:vence|expira|concluye|termina)(?: su vigencia)?(?: el)?(?: dia)? \Z"
)


def was_made(before: str, after: str) -> bool:
    """Whether the words on both sides of a day tell how a paper before this one was made, renewed or amended.

    Both are folded, with single blanks; ``before`` ends with one.
    """
    return _BEFORE.search(before) is not None or _AFTER.match(after) is not None


def was_to_end(before: str) -> bool:
    """Whether the words before a day tell when a paper before this one was to end."""
    return _ENDED.search(before) is not None
