"""Checking a bag, and telling what it holds. Nothing in a bag is trusted: it may come from anybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from archive_app.exports.bagit.manifest import (
    DECLARATION,
    MANIFEST,
    PAYLOAD,
    TAG_MANIFEST,
    is_inside,
    parsed,
    sha256_of,
)

_FETCH = "fetch.txt"


def faults(bag: Path, each: Callable[[str], None] = lambda path: None) -> list[str]:
    """All that is wrong with a bag, a line each, with the file; none where it is whole. ``each`` is told every file."""
    try:
        listed = payload(bag)
    except ValueError as fault:
        return [str(fault)]
    found = [*_of_tags(bag), *_unlisted(bag, listed)]
    for path, fingerprint in listed.items():
        found += _of_file(bag, path, fingerprint)
        each(path)
    return found


def payload(bag: Path) -> dict[str, str]:
    """The fingerprints by path of what a bag holds. Raises ValueError with what makes it no bag that can be used."""
    if not (bag / DECLARATION).is_file() or "BagIt-Version" not in _text(bag, DECLARATION):
        raise ValueError(f"it has no {DECLARATION}, so it is no bag")
    if not (bag / MANIFEST).is_file():
        raise ValueError(f"it has no {MANIFEST}")
    if (bag / _FETCH).exists():
        raise ValueError(f"it is not whole: {_FETCH} names files that lie elsewhere")
    listed = _manifest(bag, MANIFEST)
    outside = next((path for path in listed if not is_inside(path) or not path.startswith(f"{PAYLOAD}/")), None)
    if outside:
        raise ValueError(f"it names a file outside itself: {outside}")
    return listed


def _manifest(bag: Path, name: str) -> dict[str, str]:
    try:
        return parsed(_text(bag, name))
    except ValueError as fault:
        raise ValueError(f"{name} has a line that cannot be understood: {fault}") from None


def _text(bag: Path, name: str) -> str:
    return (bag / name).read_text(encoding="utf-8-sig", errors="replace")


def _of_tags(bag: Path) -> Iterator[str]:
    if not (bag / TAG_MANIFEST).is_file():
        return
    for path, fingerprint in _manifest(bag, TAG_MANIFEST).items():
        if is_inside(path):
            yield from _of_file(bag, path, fingerprint)


def _of_file(bag: Path, path: str, fingerprint: str) -> list[str]:
    place = bag / path
    if place.is_symlink() or not place.resolve().is_relative_to(bag.resolve()):
        return [f"{path} is a link"]
    try:
        return [] if sha256_of(place) == fingerprint else [f"{path} is not as it was when it was put in"]
    except OSError as fault:
        return [f"{path} is missing or cannot be read ({fault.strerror})"]


def _unlisted(bag: Path, listed: dict[str, str]) -> Iterator[str]:
    for path in sorted((bag / PAYLOAD).rglob("*")):
        name = path.relative_to(bag).as_posix()
        if not path.is_dir() and name not in listed:
            yield f"{name} is in no manifest"
