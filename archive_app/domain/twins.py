"""Texts of one agreement, which may lie in the archive more than once: in two languages, or scanned again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from archive_app.domain.agreement import Agreement
from archive_app.domain.description import Description
from archive_app.domain.fact import Value
from archive_app.domain.history import Described


def join_twins(papers: Iterable[Described]) -> list[Agreement]:
    """One agreement for each paper, or for all papers that are texts of the same."""
    alike: dict[tuple[object, ...], list[list[Described]]] = defaultdict(list)
    for paper in papers:
        groups = alike[_shared_by_twins(paper)]
        group = next((group for group in groups if all(_agree(paper, other) for other in group)), None)
        if group is None:
            groups.append([paper])
        else:
            group.append(paper)
    return [_agreement(texts) for groups in alike.values() for texts in groups]


def _shared_by_twins(paper: Described) -> tuple[object, ...]:
    """The same bodies on the same day, and whether it amends; an undated or unmatched paper is its own."""
    day = paper.description.text("agreement_date")
    if len(paper.bodies) < 2 or day is None:
        return (paper.record,)
    return (paper.bodies, day, paper.description.text("kind") == "amendment")


def _agree(one: Described, other: Described) -> bool:
    """Whether two papers never tell different things: two agreements may be signed on one day."""
    for field in ("effective_date", "term"):
        told = {one.description.value(field), other.description.value(field)} - {None}
        if len(told) > 1:
            return False
    return True


def _agreement(texts: list[Described]) -> Agreement:
    """An agreement from its texts; each field from the first text that has it."""
    lead = max(texts, key=lambda text: (len(text.description.parties), -int(text.record.lstrip("R"))))

    def first(read: Callable[[Description], Value]) -> Description:
        return next((text.description for text in texts if read(text.description) is not None), lead.description)

    def text(field: str) -> str | None:
        return first(lambda told: told.value(field)).text(field)

    ending = first(lambda told: told.expiration_basis)
    return Agreement(
        id="A" + min(text.record for text in texts).lstrip("R"),
        records=tuple(sorted(text.record for text in texts)),
        title=lead.title,
        kind=lead.description.text("kind") or "agreement",
        parties=lead.description.parties,
        agreement_date=text("agreement_date"),
        effective_date=text("effective_date"),
        expiration_date=ending.text("expiration_date"),
        expiration_basis=ending.expiration_basis,
        term=first(lambda told: told.value("term")).duration("term"),
        renewal=text("renewal"),
        renewal_term=first(lambda told: told.value("renewal_term")).duration("renewal_term"),
        notice_period=first(lambda told: told.value("notice_period")).duration("notice_period"),
    )
