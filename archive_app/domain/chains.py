"""Agreements out of described records: twins joined, renewals and amendments linked, announcements matched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from archive_app.domain.agreement import Agreement
from archive_app.domain.announcing import match_announcements
from archive_app.domain.authority import AuthorityFile
from archive_app.domain.fact import AGREEMENT_KINDS, Party
from archive_app.domain.history import Described, History
from archive_app.domain.linking import Linker
from archive_app.domain.links import Decision, Decisions
from archive_app.domain.proposing import propose_renewals
from archive_app.domain.twins import join_twins


def form_history(
    records: Iterable[Described], authorities: AuthorityFile, decisions: Iterable[Decision] = ()
) -> History:
    """The agreements that the described records tell of. Pure: the same records always give the same history.

    ``decisions`` are what persons confirmed or refused: a confirmed link always holds, a refused one never.
    """
    every, decided = list(records), Decisions(decisions)
    papers = [record for record in every if record.description.text("kind") in AGREEMENT_KINDS]
    joined, twins = join_twins(papers, decided)
    linker = Linker([_with_authorities(one, authorities) for one in joined], every, authorities, decided)
    linker.follow()
    propose_renewals(linker)
    linker.finish()
    announced = match_announcements(linker)
    agreements = tuple(ties.tied() for ties in sorted(linker.ties.values(), key=lambda ties: ties.age))
    links = (*twins, *linker.standing_links())
    return History(agreements, tuple(announced), tuple(linker.cited.values()), links)


def _with_authorities(agreement: Agreement, authorities: AuthorityFile) -> Agreement:
    """The agreement with its parties by their authorised names; how a paper writes them stays in the party's facts."""
    parties = tuple(replace(p, name=_name(p, authorities)) if p.authority else p for p in agreement.parties)
    bodies = agreement.authorities
    overarching = {above for body in bodies for above in authorities.lineage(body)[1:] if above in bodies}
    return replace(agreement, parties=parties, overarching=frozenset(overarching))


def _name(party: Party, authorities: AuthorityFile) -> str:
    """The authorised name; a body that another goes on for keeps the name it had."""
    id = party.authority or ""
    had = {authorities.name(before) for before in authorities.predecessors(id)}
    return party.name if party.name in had else authorities.name(id)
