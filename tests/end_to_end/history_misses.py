"""What the agreements, chains, coverage and announcements of the specimens are, against what they should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from archive_app.domain.agreement import Agreement
from archive_app.domain.history import History
from archive_app.services.tracking import agreements
from tests.end_to_end.misses import Miss
from tests.end_to_end.sample import EXPECTED, HISTORY, ON, Sample

NONE: frozenset[str] = frozenset()
NAMED = frozenset(entry["file"] for entry in HISTORY["agreements"])


def of_history(sample: Sample, without: frozenset[str] = NONE) -> list[Miss]:
    """All misses; what rests on the papers in ``without`` is left out on both sides."""
    history = agreements.history(sample.archive)
    return [
        *_agreements(sample, history, without),
        *_chains(sample, history, without),
        *_cells(sample, without),
        *_lapses(sample, without),
        *_announcements(sample, history, without),
        *_orphans(sample, history, without),
    ]


def _of_paper(sample: Sample, history: History, path: str) -> Agreement | None:
    record = sample.by_path[path].id
    return next((agreement for agreement in history.agreements if record in agreement.records), None)


def _path(sample: Sample, history: History, id: str | None) -> str | None:
    """The specimen an agreement is known by in the expectations."""
    agreement = history.agreement(id) if id else None
    return _name(sample, agreement) if agreement else None


def _name(sample: Sample, agreement: Agreement) -> str:
    """Of several texts that which the expectations name; records are numbered as they come to be read."""
    texts = sorted(map(sample.path, agreement.records))
    return next((text for text in texts if text in NAMED), texts[0])


def _agreements(sample: Sample, history: History, without: frozenset[str]) -> Iterator[Miss]:
    expected = [entry for entry in HISTORY["agreements"] if entry["file"] not in without]
    for entry in expected:
        agreement = _of_paper(sample, history, entry["file"])
        if agreement is None:
            yield Miss(entry["file"], "agreement", "one", None)
        else:
            yield from _agreement(sample, history, entry, agreement, without)
    texts = [file for entry in expected for file in (entry["file"], *entry.get("twins", []))]
    for agreement in history.agreements:
        if not set(map(sample.path, agreement.records)) & {*texts, *without}:
            yield Miss(sample.path(agreement.records[0]), "agreement", None, agreement.id)


def _agreement(
    sample: Sample, history: History, entry: dict[str, Any], agreement: Agreement, without: frozenset[str]
) -> Iterator[Miss]:
    ends = "perpetual" if agreement.is_perpetual else _iso(agreement.ends(ON))
    links = {
        name: _path(sample, history, getattr(agreement, name)) for name in ("renewed_by", "superseded_by", "amends")
    }
    amended_by = [_path(sample, history, id) for id, _ in agreement.amended_by]
    got = {
        "agency and consulates": {party.authority for party in agreement.parties} - {"MX-SRE"},
        "texts": {sample.path(record) for record in agreement.records},
        "begins": _iso(agreement.begins), "ends": ends,
        "status": str(agreement.status(ON)), "amended_by": amended_by,
        "terminated_on": _iso(agreement.terminated_on), **links,
    }  # fmt: skip
    want = {
        "agency and consulates": {entry["agency"], *entry["consulates"]},
        "texts": {entry["file"], *entry.get("twins", [])},
        "begins": entry["begins"], "ends": entry["ends"],
        "status": entry["status"], "amended_by": [entry["amended_by"]] if "amended_by" in entry else [],
        "terminated_on": entry.get("terminated_on"), **{name: entry.get(name) for name in links},
    }  # fmt: skip
    if entry["basis"] in ("stated", "computed"):
        got["basis"], want["basis"] = agreement.expiration_basis, entry["basis"]
    for name, value in want.items():
        left_out = isinstance(value, str) and value in without
        if not left_out and got[name] not in (value, entry.get(f"{name}_also", value)):
            yield Miss(entry["file"], name, value, got[name])


def _chains(sample: Sample, history: History, without: frozenset[str]) -> Iterator[Miss]:
    """Each expected chain is one chain, and no other has more than one paper."""
    found: dict[str, list[str]] = {}
    for agreement in history.agreements:
        path = _name(sample, agreement)
        if path not in without:
            found.setdefault(agreement.chain, []).append(path)
    got = [sorted(chain) for chain in found.values() if len(chain) > 1]
    want = [sorted(file for file in chain if file not in without) for chain in HISTORY["chains"]]
    for chain in want:
        if chain not in got:
            yield Miss(chain[0], "chain", chain, [other for other in got if set(other) & set(chain)])
    for chain in got:
        if not any(set(chain) & set(other) for other in want):
            yield Miss(chain[0], "chain", None, chain)


def _cells(sample: Sample, without: frozenset[str]) -> Iterator[Miss]:
    got = {(cell.agency, cell.consulate): cell for cell in agreements.covered(sample.archive, ON).cells}
    want = {(entry["agency"], entry["consulate"]): entry for entry in HISTORY["coverage"]}
    for pair, entry in want.items():
        cell = got.get(pair)
        told = (str(cell.status), _iso(cell.since), _iso(cell.until)) if cell else None
        expected = (entry["status"], entry["since"], entry["until"])
        if told != expected and not set(entry["agreements"]) <= without:
            yield Miss(" / ".join(pair), "coverage", expected, told)
    for pair in got.keys() - want.keys():
        yield Miss(" / ".join(pair), "coverage", None, str(got[pair].status))


def _lapses(sample: Sample, without: frozenset[str]) -> Iterator[Miss]:
    history = agreements.history(sample.archive)
    got = {
        (gap.agency, gap.consulate, _iso(gap.start), _iso(gap.end)): _path(sample, history, gap.after)
        for gap in agreements.covered(sample.archive, ON).gaps
    }
    want = {(e["agency"], e["consulate"], e["from"], e["to"]): e["after"] for e in HISTORY["lapses"]}
    for lapse in want:
        if want[lapse] not in without and got.get(lapse) != want[lapse]:
            yield Miss(" / ".join(lapse[:2]), "lapse", (*lapse[2:], want[lapse]), got.get(lapse))
    for lapse in got.keys() - want.keys():
        yield Miss(" / ".join(lapse[:2]), "lapse", None, lapse[2:])


def _announcements(sample: Sample, history: History, without: frozenset[str]) -> Iterator[Miss]:
    got = {
        sample.path(record): _path(sample, history, agreement.id)
        for agreement in history.agreements
        for record in agreement.announced_by
        if sample.by_path[sample.path(record)].kind != "correspondence"
    }
    want = {entry["release"]: entry["agreement"] for entry in HISTORY["announcements"]}
    for release in want.keys() | got.keys():
        if not {release, want.get(release)} & without and want.get(release) != got.get(release):
            yield Miss(release, "announces", want.get(release), got.get(release))


def _orphans(sample: Sample, history: History, without: frozenset[str]) -> Iterator[Miss]:
    """Without the papers that cannot be read, those which speak of them seem to speak of what is not held."""
    announced = {(entry["release"], entry["date"]) for entry in HISTORY["announced_no_paper_held"]}
    cited = {(entry["cited_by"], entry["date"]) for entry in HISTORY["cited_not_in_archive"]}
    unread = {EXPECTED[path]["must"].get("agreement_date") for path in without}
    for name, want, orphans in (
        ("announced_not_held", announced, history.announced_not_held),
        ("cited_not_held", cited, history.cited_not_held),
    ):
        got = {(sample.path(orphan.record), orphan.relation.date) for orphan in orphans}
        got = {(path, date) for path, date in got if date not in unread}
        if without:
            # A first reading need not find what the paper may be read to say.
            want -= {(path, date) for path, date in want - got if not _must_be_told(path, date)}
        yield from _differences(name, want, got)


def _must_be_told(path: str, date: str) -> bool:
    must = EXPECTED[path]["must"]
    cited = any(relation.get("date") == date for relation in must.get("relations", []))
    return cited or ("parties" in must and must.get("agreement_date") == date)


def _differences(name: str, want: set[tuple[Any, Any]], got: Iterable[tuple[Any, Any]]) -> Iterator[Miss]:
    for path, date in want.symmetric_difference(got):
        expected = (path, date) in want
        yield Miss(path, name, date if expected else None, None if expected else date)


def _iso(day: object) -> str | None:
    return str(day) if day else None
