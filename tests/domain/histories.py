"""Makes described records for the tests of chains, coverage and timelines."""

from __future__ import annotations

from archive_app.domain.authority import Authority, AuthorityFile
from archive_app.domain.chains import form_history
from archive_app.domain.dates import Duration
from archive_app.domain.description import describe
from archive_app.domain.fact import Fact, Party, Relation
from archive_app.domain.history import Described, History

AUTHORITIES = AuthorityFile.of(
    [
        Authority("DOL", "Department of Labor", "federal agency"),
        Authority("OSHA", "Safety Administration", "federal agency", parent="DOL"),
        Authority("OSHA/austin", "Austin Area Office", "federal agency", parent="OSHA"),
        Authority("WHD", "Wage Division", "federal agency", parent="DOL"),
        Authority("SRE", "Foreign Ministry", "ministry"),
        Authority("CON/austin", "Consulate in Austin", "consulate", parent="SRE"),
        Authority("CON/laredo", "Consulate in Laredo", "consulate", parent="SRE"),
    ]
)


def paper(
    record: str,
    parties: str,
    date: str | None = None,
    *,
    kind: str = "alliance agreement",
    years: float | None = None,
    language: str = "en",
    relations: tuple[Relation, ...] = (),
    **fields: str,
) -> Described:
    """A record whose parties are authority ids with spaces between, effective on its date."""
    facts = [Fact("kind", kind, 0.9, "test"), Fact("language", language, 0.9, "test")]
    for id in parties.split():
        body = AUTHORITIES.records[id]
        facts.append(Fact("party", Party(body.name, body.name, id, body.role), 0.9, "test"))
    facts += [Fact("relation", relation, 0.9, "test") for relation in relations]
    if date:
        facts.append(Fact("agreement_date", date, 0.9, "test"))
    if years:
        facts.append(Fact("term", Duration(years, "years"), 0.9, "test"))
    facts += [Fact(field, value, 0.9, "test") for field, value in fields.items()]
    return Described(record, f"{record}.pdf", describe(facts))


def history(*papers: Described) -> History:
    return form_history(papers, AUTHORITIES)
