"""Texts of one agreement, which may lie in the archive more than once: in two languages, or scanned again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from archive_app.domain.agreement import Agreement
from archive_app.domain.description import Description
from archive_app.domain.fact import Value
from archive_app.domain.history import Described
from archive_app.domain.likeness import same_persons, same_subject
from archive_app.domain.links import Decisions, Link, Standing, quoted


def join_twins(papers: Iterable[Described], decisions: Decisions) -> tuple[list[Agreement], list[Link]]:
    """One agreement for each paper, or for all papers that are texts of the same; and what joined or parted them."""
    every = list(papers)
    alike: dict[tuple[object, ...], list[list[Described]]] = defaultdict(list)
    for paper in every:
        groups = alike[_shared_by_twins(paper)]
        group = next((g for g in groups if all(_agree(paper, other, decisions) for other in g)), None)
        if group is None:
            groups.append([paper])
        else:
            group.append(paper)
    joined = _joined_by_persons([texts for groups in alike.values() for texts in groups], decisions)
    agreements = [_agreement(texts) for texts in joined]
    return agreements, [*_links(agreements, joined, decisions), *_parted(agreements, decisions)]


def _joined_by_persons(groups: list[list[Described]], decisions: Decisions) -> list[list[Described]]:
    """The groups with those made one that a person said are texts of the same paper."""
    of = {text.record: group for group in groups for text in group}
    for one in decisions.all:
        ours, theirs = of.get(one.record), of.get(one.target)
        if one.type == "translates" and one.confirmed and ours and theirs and ours is not theirs:
            theirs.extend(ours)
            of.update({text.record: theirs for text in ours})
            ours.clear()
    return [group for group in groups if group]


def _links(agreements: list[Agreement], groups: list[list[Described]], decisions: Decisions) -> Iterator[Link]:
    """Each further text of a paper as a translation, or another copy, of its first."""
    for agreement, texts in zip(agreements, groups, strict=True):
        first, *others = agreement.records
        by_record = {text.record: text for text in texts}
        for record in others:
            decision = decisions.between("translates", record, first)
            basis, score = ("confirmed", 1.0) if decision else ("proposed", 0.9)
            quotes = quoted(record, by_record[record].description.fact("agreement_date"))
            reasons = ("day", "bodies", *(("person",) if decision else ()))
            yield Link("translates", agreement.id, agreement.id, record, first, basis, score, Standing.HELD, quotes,
                       reasons, decision)  # fmt: skip


def _parted(agreements: list[Agreement], decisions: Decisions) -> Iterator[Link]:
    of = {record: agreement.id for agreement in agreements for record in agreement.records}
    for one in decisions.all:
        if one.type == "translates" and not one.confirmed and one.record in of and one.target in of:
            yield Link("translates", of[one.record], of[one.target], one.record, one.target, "proposed", 0.9,
                       Standing.REFUSED, decision=one)  # fmt: skip


def _shared_by_twins(paper: Described) -> tuple[object, ...]:
    """The same bodies on the same day, and whether it amends; an undated or unmatched paper is its own."""
    day = paper.description.text("agreement_date")
    if len(paper.bodies) < 2 or day is None:
        return (paper.record,)
    return (paper.bodies, day, paper.description.text("kind") == "amendment")


def _agree(one: Described, other: Described, decisions: Decisions) -> bool:
    """Whether two papers never tell different things: two agreements may be signed on one day."""
    decision = decisions.between("translates", one.record, other.record)
    if decision is not None:
        return decision.confirmed
    if same_subject(one, other) is False or same_persons(one, other) is False:
        return False
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
