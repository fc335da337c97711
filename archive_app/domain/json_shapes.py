"""Agreements, descriptions and facts as JSON: the one shape in which commands and exports tell them."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from archive_app.domain.agreement import Agreement
from archive_app.domain.dates import Duration
from archive_app.domain.description import Description
from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import DateMention, Fact, Party, Relation, Signatory, to_json


def description_json(description: Description) -> dict[str, Any]:
    """The fields of a description in the shape of ``extract --json``."""
    text = description.text
    return {
        "language": text("language"), "kind": text("kind"), "title": text("title"),
        "parties": [_party(f) for f in description.by_field.get("party", ())],
        "signatories": [_signatory(f) for f in description.by_field.get("signatory", ())],
        "agreement_date": text("agreement_date"), "effective_date": text("effective_date"),
        "expiration_date": text("expiration_date"), "expiration_basis": description.expiration_basis,
        "issued_date": text("issued_date"),
        "term": _duration(description.duration("term")), "renewal": text("renewal"),
        "renewal_term": _duration(description.duration("renewal_term")),
        "notice_period": _duration(description.duration("notice_period")), "governing_law": text("governing_law"),
        "relations": [_relation(f) for f in description.by_field.get("relation", ())],
        "dates": [_date(f) for f in description.by_field.get("date", ())],
        "events": [fact.value for fact in description.by_field.get("event", ())],
        "access": text("access"),
        "disagreements": [fact.value for fact in description.by_field.get("disagreement", ())],
    }  # fmt: skip


def evidence_json(evidence: Evidence | None) -> dict[str, Any] | None:
    if evidence is None:
        return None
    boxes = [box.as_list() for box in evidence.boxes]
    return {"page": evidence.page, "quote": evidence.quote, "boxes": boxes}


def fact_json(fact: Fact) -> dict[str, Any]:
    """One fact with its evidence; computed ones with their operands, a person's with who and when."""
    told: dict[str, Any] = {
        "field": fact.field, "value": to_json(fact.value), "confidence": round(fact.confidence, 3), "rule": fact.rule,
        "source": str(fact.source), "evidence": evidence_json(fact.evidence),
    }  # fmt: skip
    if fact.operands:
        told["operands"] = dict(fact.operands)
    if fact.by:
        told |= {"by": fact.by, "at": fact.at}
    return told


def _duration(value: Duration | None) -> dict[str, Any] | None:
    if value is None:
        return None
    number = int(value.number) if float(value.number).is_integer() else value.number
    return {"number": number, "unit": value.unit}


def _party(fact: Fact) -> dict[str, Any]:
    party = cast(Party, fact.value)
    return {"name": party.name, "as_written": party.as_written, "authority": party.authority, "role": party.role,
            "evidence": evidence_json(fact.evidence)}  # fmt: skip


def _signatory(fact: Fact) -> dict[str, Any]:
    person = cast(Signatory, fact.value)
    return {"name": person.name, "title": person.title, "party": person.party, "date": person.date,
            "evidence": evidence_json(fact.evidence)}  # fmt: skip


def _relation(fact: Fact) -> dict[str, Any]:
    relation = cast(Relation, fact.value)
    target = {"title": relation.title, "date": relation.date, "parties": list(relation.parties)}
    return {"type": relation.type, "target": target, "evidence": evidence_json(fact.evidence)}


def _date(fact: Fact) -> dict[str, Any]:
    mention = cast(DateMention, fact.value)
    told: dict[str, Any] = {"date": mention.date, "role": mention.role, "evidence": evidence_json(fact.evidence)}
    return told | ({"alternative": mention.alternative} if mention.alternative else {})


def agreement_json(agreement: Agreement, on: date) -> dict[str, Any]:
    """An agreement and its state on a day: one object of ``agreements --json``."""
    ended = agreement.terminated_on
    return {
        "agreement": agreement.id, "title": agreement.title, "kind": agreement.kind,
        "parties": [{"authority": party.authority, "name": party.name} for party in agreement.parties],
        "agreement_date": agreement.agreement_date, "effective_date": agreement.effective_date,
        "expiration_date": agreement.expiration_date, "expiration_basis": agreement.expiration_basis,
        "status": str(agreement.status(on)), "on": on.isoformat(), "renews": agreement.renews,
        "renews_basis": agreement.renews_basis, "renewed_by": agreement.renewed_by,
        "supersedes": agreement.supersedes, "superseded_by": agreement.superseded_by, "amends": agreement.amends,
        "amended_by": [id for id, _ in agreement.amended_by], "implements": agreement.implements,
        "terminated_by": agreement.terminated_by, "terminated_on": str(ended) if ended else None,
        "chain": agreement.chain, "records": list(agreement.records), "announced_by": list(agreement.announced_by),
    }  # fmt: skip
