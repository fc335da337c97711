"""An agency that is a party through one of its offices: the office that the paper names at its beginning or end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from archive_app.extractors.authorities.matcher import Matcher
from archive_app.extractors.parties.found import Found

#: Letters from the top in which an instrument names those who make it.
_TOP = 2500
#: Heads of offices are named with what they sign for; an office "in" whose district something lies makes nothing.
_ASIDE = re.compile(
    r"(?i)\b(?:copy|copies|copia|cc|c\.c\.p|contact|address|located|attention)\b[^\n]{0,60}\Z|"
    r"(?:director|administrator|manager|administrador|jefe|directora|administradora|jefa)\W*"
    r"(?:of the |for the |de la |del )?\Z"
)


def smaller(text: str, party: Found, parties: Sequence[Found], matcher: Matcher) -> Found:
    """The party as its only office that the paper's beginning names, its name and place there; else as it is."""
    if party.role != "federal agency" or party.authority is None or "/" in party.authority:
        return party
    others = {other.authority for other in parties}
    offices = {
        mention.ids[0]
        for mention in matcher.read(text[:_TOP])
        if mention.id
        and not mention.person
        and "/" in mention.ids[0]
        and matcher.is_within(mention.ids[0], party.authority)
        and not _ASIDE.search(text[max(0, mention.start - 90) : mention.start])
    }
    if len(offices) != 1 or others & offices:
        return party
    return replace(party, authority=offices.pop(), strength=min(party.strength, 0.88))
