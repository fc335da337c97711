"""What must hold each time: one sentence, sums that are right, an archive whole and complete afterwards."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests.benchmarks.faults.place import PAPERS, Place
from tests.benchmarks.faults.running import Ran, run

_COUNTS = ("added", "duplicates", "skipped", "failed")


def new(place: Place, *, with_papers: bool = False) -> None:
    made = run("new", place.archive)
    place.expect(made.status == 0, f"no archive: {made.err}")
    if with_papers:
        place.expect(run("add", place.archive, place.papers, "--quiet").status == 0, "no papers")


def told(place: Place, what: str, ran: Ran, *, fails: bool = True) -> None:
    """One sentence and no more, or nothing where all went well."""
    sentence = ran.err.strip()
    place.say(what, f"({ran.status}) {ran.sentence if fails else _short(ran)}")
    place.expect("Traceback" not in ran.out + ran.err, f"{what}: a traceback\n{ran.err[-3000:]}")
    place.expect(ran.status != 0 if fails else ran.status == 0, f"{what}: ended with {ran.status} {ran.err}")
    place.expect(len(sentence.splitlines()) == int(fails), f"{what}: not one sentence: {sentence[:500]}")
    if ran.out.startswith("{"):
        sums(place, what, json.loads(ran.out))


def _short(ran: Ran) -> str:
    return re.sub(r"\s+", " ", ran.out)[:110] or "done"


def sums(place: Place, what: str, intake: dict[str, Any]) -> None:
    if "found" in intake:
        told_as = " + ".join(f"{intake[name]} {name}" for name in _COUNTS)
        place.say(what, f"{intake['found']} found = {told_as}")
        place.expect(intake["found"] == sum(intake[name] for name in _COUNTS), f"{what}: the sum does not hold")


def whole(place: Place, papers: Path | None = None) -> None:
    """The archive is whole now, and after the rest was taken in it is whole and complete."""
    for when in ("right after", "when finished"):
        check = run("verify", place.archive, "--json", "--quiet")
        sound = check.status == 0 and json.loads(check.out)["sound"]
        place.expect(sound, f"not whole {when}: {check.out[:1500]} {check.err[-1500:]}")
        if when == "right after":
            added = run("add", place.archive, papers or place.papers, "--json", "--quiet")
            sums(place, "again", json.loads(added.out))
    held = json.loads(run("list", place.archive, "--json").out)
    place.expect(len(held) == PAPERS, f"{len(held)} records of {PAPERS} papers")
    found = json.loads(run("search", place.archive, "roofs", "--json").out)["total"]
    place.expect(found == PAPERS, f"{found} records are found of {PAPERS}")
    place.say("afterwards", f"whole, {len(held)} records, {found} found")
