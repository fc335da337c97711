"""Why a record was found, in words: which part of the query stands where in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from archive_app.gui.language import tr
from archive_app.services.search.matches import Reason

#: Fields that are told as one place, ``why_in.<name>``; others by their name.
PLACES: Final = {
    "title": "title", "agency": "parties", "party": "parties", "place": "places", "signatory": "signatories",
    "tag": "tags", "note": "notes", "highlight": "highlights",
}  # fmt: skip


def told(reasons: Sequence[Reason]) -> str:
    """All in one line, each part of the query once with all its places; "" for none."""
    places: dict[str, list[str]] = {}
    for reason in reasons:
        places.setdefault(_what(reason), []).append(_where(reason))
    return " · ".join(" ".join((what, ", ".join(filter(None, where)))).strip() for what, where in places.items())


def _what(reason: Reason) -> str:
    what = reason.asked
    chosen = what.startswith(f"{reason.field}:")
    if reason.inflected or (chosen and not all(form in what for form in reason.forms)):
        what = tr("why.as", what, ", ".join(reason.forms))
    return tr("why.other_for", what, reason.other_for) if reason.other_for else what


def _where(reason: Reason) -> str:
    if reason.field == "text":
        return tr("why.pages", ", ".join(map(str, reason.pages)), count=len(reason.pages))
    if reason.asked.startswith(f"{reason.field}:"):
        return ""
    place = PLACES.get(reason.field)
    return tr(f"why_in.{place}") if place else tr("why.field", reason.field)
