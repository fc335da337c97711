"""arrange."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from archive_app import bootstrap
from archive_app.cli.output import print_json, say, several, table
from archive_app.errors import UsageError

if TYPE_CHECKING:
    from archive_app.domain.arrangement import Branch, Unit
    from archive_app.services.archive import Archive
    from archive_app.services.units.arrangement import Whole

#: What each action takes, for the sentence where it is given something else.
_TAKES = {
    "show": "a unit", "add": "a level and a title", "set": "a unit, an element and a text",
    "move": "a unit, and the unit it is to stand under", "remove": "a unit", "place": "a unit and records",
    "unplace": "records", "import": "a file",
}  # fmt: skip


def arrange(arguments: Namespace) -> int:
    if arguments.action == "elements":
        return _elements(arguments)
    if arguments.action in ("tree", "show"):
        return _look(arguments)
    if arguments.action == "import":
        return _import(arguments)
    with bootstrap.opened(arguments.archive, writable=True) as archive:
        told = _ACTIONS[arguments.action](archive, arguments)
        if arguments.json:
            from archive_app.services.units import arrangement

            print_json(arrangement.as_json(arrangement.whole(archive)))
    if not arguments.json:
        say(told)
    return 0


# Looking -------------------------------------------------------------------------------------------------------


def _look(arguments: Namespace) -> int:
    from archive_app.services.units import arrangement

    with bootstrap.opened(arguments.archive) as archive:
        whole = arrangement.whole(archive)
        branch = whole.top if arguments.action == "tree" else _branch(archive, whole, *_words(arguments, 1, 1))
        labels = _kinds(archive, arguments.language)
        if arguments.json:
            print_json(arrangement.branch_json(whole, branch))
        elif arguments.action == "tree":
            _tree(whole, branch, labels, arguments.records)
        else:
            _show(whole, branch)
    return 0


def _branch(archive: Archive, whole: Whole, name: str) -> Branch:
    from archive_app.services.units import arrangement

    found = whole.branch_of(arrangement.find(archive, name).id)
    assert found is not None
    return found


def _tree(whole: Whole, branch: Branch, kinds: dict[str, str], with_records: bool, depth: int = 0) -> None:
    title = kinds[branch.kind] if branch.kind else branch.title
    counted = several(len(branch.every), "record")
    mark = "" if branch.unit else " *"
    say(f"{'  ' * depth}{branch.code if depth else branch.reference}  {title} [{branch.level}{mark}, {counted}]")
    for one in branch.branches:
        _tree(whole, one, kinds, with_records, depth + 1)
    for record in branch.records if with_records else ():
        say(f"{'  ' * (depth + 1)}{record}  {whole.described[record].title}")
    if not depth and any(one.unit is None for one in branch.walk()):
        say("* made by nobody: where records stand that were not placed in a unit.")


def _show(whole: Whole, branch: Branch) -> None:
    from archive_app.domain.isad import ELEMENTS, INHERITED
    from archive_app.services.units import arrangement

    unit = branch.unit
    assert unit is not None
    told = {"reference_code": branch.reference, "title": unit.title, "level": str(unit.level), **dict(unit.texts)}
    for name in INHERITED - told.keys():
        found = arrangement.inherited(whole.arrangement, unit.id, name)
        if found:
            told[name] = f"{found[0]} (said of {whole.arrangement.reference(found[1].id)})"
    table(((ELEMENTS[name], name, told[name]) for name in ELEMENTS if name in told), (6, 24))
    extent, days = whole.extent(branch), whole.dates(branch)
    say(f"Computed: {several(extent.records, 'record')}, {several(extent.pages, 'page')}"
        + (f", {days[0][0]} ({days[0][1]}) to {days[1][0]} ({days[1][1]})" if days else "") + ".")  # fmt: skip
    for record in branch.records:
        say(f"{whole.reference(branch, record)}  {whole.described[record].title}")


def _elements(arguments: Namespace) -> int:
    from archive_app.domain.isad import ELEMENTS

    if arguments.json:
        print_json(ELEMENTS)
    else:
        table(((number, name) for name, number in ELEMENTS.items()), (6,))
    return 0


# Changing ------------------------------------------------------------------------------------------------------


def _words(arguments: Namespace, least: int, most: int | None = None) -> list[str]:
    words: list[str] = arguments.words
    if len(words) < least or (most is not None and len(words) > most):
        raise UsageError(f"“arrange … {arguments.action}” takes {_TAKES[arguments.action]}; “--help” shows how.")
    return words


def _find(archive: Archive, name: str) -> Unit:
    from archive_app.services.units import arrangement

    return arrangement.find(archive, name)


def _told(archive: Archive, unit: Unit) -> str:
    return f"{archive.catalogue.units.arrangement().reference(unit.id)} {unit.title}"


def _add(archive: Archive, arguments: Namespace) -> str:
    from archive_app.domain.arrangement import MADE, Level
    from archive_app.services.units import arranging

    level, title = _words(arguments, 2, 2)
    if level not in MADE:
        raise UsageError(f"“{level}” is not a level; choose one of {', '.join(MADE)}.")
    under = _find(archive, arguments.under).id if arguments.under else None
    unit = arranging.add(archive, Level(level), title, under=under, code=arguments.code)
    return f"Made the {level} {_told(archive, unit)}."


def _set(archive: Archive, arguments: Namespace) -> str:
    from archive_app.domain.arrangement import MADE, Level
    from archive_app.services.units import arranging

    name, element, text = _words(arguments, 3, 3)
    unit = _find(archive, name).id
    if element == "title":
        changed = arranging.change(archive, unit, title=text)
    elif element == "reference_code":
        changed = arranging.change(archive, unit, code=text)
    elif element == "level":
        if text not in MADE:
            raise UsageError(f"“{text}” is not a level; choose one of {', '.join(MADE)}.")
        changed = arranging.change(archive, unit, level=Level(text))
    else:
        changed = arranging.change(archive, unit, texts={element: text})
    return f"Changed {_told(archive, changed)}: {element}."


def _move(archive: Archive, arguments: Namespace) -> str:
    from archive_app.services.units import arranging

    name, under = _words(arguments, 2, 2)
    above = None if under == "top" else _find(archive, under).id
    before = _find(archive, arguments.before).id if arguments.before else None
    return f"Moved: {_told(archive, arranging.move(archive, _find(archive, name).id, above, before))}."


def _remove(archive: Archive, arguments: Namespace) -> str:
    from archive_app.services.units import arranging

    unit = _find(archive, *_words(arguments, 1, 1))
    told = _told(archive, unit)
    arranging.remove(archive, unit.id, with_all=arguments.with_all)
    return f"Removed {told}; its records are in the unit above it, or in their series by kind."


def _place(archive: Archive, arguments: Namespace) -> str:
    from archive_app.services.units import arranging

    name, *records = _words(arguments, 2)
    unit = _find(archive, name)
    moved = arranging.place(archive, [record.upper() for record in records], unit.id)
    return f"{several(len(moved), 'record')} placed in {_told(archive, unit)}."


def _unplace(archive: Archive, arguments: Namespace) -> str:
    from archive_app.services.units import arranging

    moved = arranging.place(archive, [record.upper() for record in _words(arguments, 1)], None)
    return f"{several(len(moved), 'record')} put back among those that nobody placed."


def _start(archive: Archive, arguments: Namespace) -> str:
    from archive_app.services.units import arranging, folders

    if arguments.folders:
        return f"Made {_told(archive, folders.start(archive))}, with a series for each folder of files."
    fonds = arranging.start(archive, _kinds(archive, arguments.language))
    return f"Made {_told(archive, fonds)}, with a series for each kind of paper."


def _kinds(archive: Archive, language: str) -> dict[str, str]:
    from archive_app.services.units import arrangement

    return arrangement.titles_by_kind(archive, language)


def _import(arguments: Namespace) -> int:
    from archive_app.cli.keeping import mapping_of, tell_plan
    from archive_app.services.description import unit_sheets

    (file,) = _words(arguments, 1, 1)
    with bootstrap.opened(arguments.archive, writable=not arguments.dry_run) as archive:
        planned = unit_sheets.plan(archive, Path(file), mapping_of(arguments.map), jobs=1)
        if not arguments.dry_run:
            planned = unit_sheets.write(archive, planned)
    if arguments.json:
        print_json(planned.as_json())
    else:
        tell_plan(planned)
    return 1 if planned.count("failed") else 0


_ACTIONS: dict[str, Callable[[Archive, Namespace], str]] = {
    "add": _add, "set": _set, "move": _move, "remove": _remove, "place": _place, "unplace": _unplace, "start": _start,
}  # fmt: skip
