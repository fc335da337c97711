"""Whether confidence means something: of the values given 0.9 or more, how many are right, for every labelled field."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

#: From here a value counts as sure; of such values 95 in 100 are to be right.
SURE = 0.9
#: What a company's name may end with, which labels write in many ways.
_SUFFIX = re.compile(
    r"\b(?:inc(?:orporated)?|corp(?:oration)?|co(?:mpany)?|llc|ltd|limited|lp|nv|plc|sa|gmbh|the)\b", re.IGNORECASE
)
#: Kinds that the labels tell apart and the scores do not.
_SAME_KIND = {
    "renewal": "agreement", "amendment": "agreement", "alliance agreement": "agreement",
    "memorandum of understanding": "agreement", "letter of agreement": "agreement",
    "joint declaration": "declaration",
}  # fmt: skip

Labels = dict[str, set[str]]


def sure_values(name: str, folder: Path, lines: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A line for each field of a set: how many of its sure values are right, and how many it gave at all."""
    labels = _LABELS[name](folder) if name in _LABELS else {}
    right, sure, given = Counter[str](), Counter[str](), Counter[str]()
    for line in lines:
        wanted = labels.get(Path(line["file"]).name, {})
        for fact in line["facts"]:
            field = fact["field"]
            if field not in wanted or fact["value"] is None:
                continue
            value = _plain(field, fact["value"])
            given[field] += 1
            sure[field] += fact["confidence"] >= SURE
            right[field] += fact["confidence"] >= SURE and value in wanted[field]
    for field in sorted(given):
        share = f"{right[field] / sure[field]:.3f}" if sure[field] else "none"
        yield f"sure      {field:18} {right[field]} of {sure[field]} right ({share}), {given[field]} given"


def _plain(field: str, value: Any) -> str:
    """A value as the labels are compared: names by their letters, lengths by number and unit."""
    if field in ("party", "signatory"):
        return value["authority"] if field == "party" and value.get("authority") else _letters(value["name"])
    if isinstance(value, dict):
        return _length(f"{value['number']:g}_{value['unit']}")
    if field == "governing_law":
        return _letters(value)
    return str(_SAME_KIND.get(value, value) if field == "kind" else value)


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("_", " ").replace("&", "and")).replace(".", "")
    return re.sub(r"[^A-Z0-9]", "", _SUFFIX.sub(" ", plain).upper())


def _length(written: str) -> str:
    """``3_years`` for ``3 years``, ``3_YEAR``."""
    match = re.match(r"([\d.]+)[ _]*(day|week|month|year)", written.lower())
    return f"{match[1]}_{match[2]}s" if match else written


def _one(value: str | None) -> set[str]:
    return {value} if value else set()


def _cuad(folder: Path) -> dict[str, Labels]:
    rows = [json.loads(line) for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
    dates = ("agreement_date", "effective_date", "expiration_date")
    return {
        row["file"]: {field: _one(row[field]) for field in dates if f"{field}_raw" not in row}
        | {
            "notice_period": {_length(row["notice_period"])} if row["notice_period"] else set(),
            "governing_law": {_letters(re.split("[,;]", row["governing_law"])[0])} if row["governing_law"] else set(),
            "party": {_letters(party) for party in row["parties"]},
        }
        for row in rows
    }


def _kleister(folder: Path) -> dict[str, Labels]:
    names = (folder / "names.txt").read_text(encoding="utf-8").split()
    rows = (folder / "expected.tsv").read_text(encoding="utf-8").splitlines()
    return {name: _row(row) for name, row in zip(names, rows, strict=True)}


def _row(row: str) -> Labels:
    pairs = [pair.partition("=")[::2] for pair in row.split()]
    plain: dict[str, Callable[[str], str]] = {"party": _letters, "jurisdiction": _letters, "term": _length}
    wanted: Labels = {field: set() for field in ("effective_date", "party", "governing_law", "term")}
    for key, value in pairs:
        wanted["governing_law" if key == "jurisdiction" else key].add(plain.get(key, str)(value))
    return wanted


def _domain(folder: Path) -> dict[str, Labels]:
    files = (folder / "expected").glob("*.json")
    return {file.stem + ".txt": _paper(json.loads(file.read_text(encoding="utf-8"))["labels"]) for file in files}


def _paper(labels: dict[str, Any]) -> Labels:
    wanted: Labels = {
        "language": {labels["language"]},
        "kind": {_SAME_KIND.get(labels["kind"], labels["kind"])},
        "party": {party["normalised"] for party in labels["parties"] if party.get("normalised")}
        | {_letters(party["as_in_text"]) for party in labels["parties"]},
        "signatory": {_letters(person["name"]) for person in labels["signatories"]},
    }
    for label, field in (("signed", "agreement_date"), ("effective", "effective_date"), ("issued", "issued_date")):
        date = labels["dates"].get(label)
        if not isinstance(date, list) and not (date and not date.get("evidence")):
            wanted[field] = _one(date and date["value"])
    return wanted


_LABELS: dict[str, Callable[[Path], dict[str, Labels]]] = {"cuad": _cuad, "kleister": _kleister, "domain": _domain}
