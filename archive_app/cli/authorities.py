"""authorities: list, show, unknown, set, new, merge, split, succeed, assign, set-aside, undo, import."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from archive_app import bootstrap
from archive_app.cli.output import print_json, say, several, table
from archive_app.errors import UsageError

if TYPE_CHECKING:
    from archive_app.services.archive import Archive

READING = ("list", "show", "unknown")
#: What each action takes; one that is given more or fewer words says so.
TAKES = {
    "list": (0, 9, "[WORDS]"), "show": (1, 1, "ID"), "unknown": (0, 0, ""), "set": (3, 3, "ID FIELD VALUE"),
    "new": (3, 3, "ID NAME ROLE"), "merge": (2, 2, "ID INTO"), "split": (4, 99, "ID NEW-ID NEW-NAME NAME-OR-RECORD…"),
    "succeed": (2, 3, "ID SUCCESSOR [DATE]"), "assign": (2, 2, "NAME ID"), "set-aside": (1, 1, "NAME"),
    "undo": (1, 1, "ID"), "import": (1, 1, "FILE"),
}  # fmt: skip


def authorities(arguments: Namespace) -> int:
    least, most, takes = TAKES[arguments.action]
    if not least <= len(arguments.words) <= most:
        raise UsageError(f"“{arguments.action}” takes {takes or 'nothing more'}; “authorities --help” shows all.")
    writable = arguments.action not in READING and (arguments.action != "import" or arguments.apply)
    with bootstrap.opened(arguments.archive, writable=writable) as archive:
        if arguments.action == "import":
            return _import(archive, arguments)
        if arguments.action in READING:
            return {"list": _list, "show": _show, "unknown": _unknown}[arguments.action](archive, arguments)
        say(_change(archive, arguments.action, arguments.words))
    return 0


def _list(archive: Archive, arguments: Namespace) -> int:
    from archive_app.services.bodies import authorities as service

    cards = service.listing(archive, " ".join(arguments.words))
    if arguments.json:
        print_json([service.card_json(card) for card in cards])
        return 0
    table(((c.authority.id, c.authority.name, c.authority.role, several(len(c.records), "record")) for c in cards),
          (34, 48, 18))  # fmt: skip
    say(several(len(cards), "body") if len(cards) == 1 else f"{len(cards)} bodies")
    return 0


def _show(archive: Archive, arguments: Namespace) -> int:
    from archive_app.services.bodies import authorities as service

    card = service.card(archive, arguments.words[0])
    told = service.card_json(card)
    if arguments.json:
        print_json(told)
        return 0
    for name, value in told.items():
        if value:
            say(f"{name.replace('_', ' ')}: {'; '.join(map(str, value)) if isinstance(value, list) else value}")
    return 0


def _unknown(archive: Archive, arguments: Namespace) -> int:
    from archive_app.services.bodies import authorities as service

    names = service.unknown(archive)
    if arguments.json:
        print_json([service.unknown_json(name) for name in names])
        return 0
    for one in names:
        likely = ", ".join(f"{id} ({score:.2f})" for id, score in one.likely)
        table([(one.name, several(len(one.records), "record"), f"may be {likely}" if likely else "")], (52, 11))
    say(several(len(names), "name"))
    return 0


def _change(archive: Archive, action: str, words: list[str]) -> str:
    """Does what is asked for; says what was done."""
    from archive_app.domain.authority import Authority
    from archive_app.services.bodies import authorities as service

    def split() -> None:
        names = [word for word in words[3:] if not _is_record(word)]
        old = service.card(archive, words[0]).authority
        service.split(archive, words[0], Authority(words[1], words[2], old.role, parent=old.parent), names=names,
                      in_records=[word for word in words[3:] if _is_record(word)])  # fmt: skip

    done: dict[str, Callable[[], None]] = {
        "set": lambda: service.edit(archive, words[0], words[1], words[2]),
        "new": lambda: service.create(archive, Authority(words[0], words[1], words[2])),
        "merge": lambda: service.merge(archive, words[0], words[1]),
        "split": split,
        "succeed": lambda: service.succeed(archive, words[0], words[1], words[2] if len(words) > 2 else None),
        "assign": lambda: service.assign(archive, words[0], words[1]),
        "set-aside": lambda: service.set_aside(archive, words[0]),
        "undo": lambda: service.undo(archive, words[0]),
    }
    done[action]()
    return f"Done: {action} {' '.join(words)}."


def _is_record(word: str) -> bool:
    return word[:1] == "R" and word[1:].isdecimal()


def _import(archive: Archive, arguments: Namespace) -> int:
    from archive_app.services.bodies import authority_lists as lists

    planned = lists.plan(archive, Path(arguments.words[0]))
    if arguments.apply:
        lists.apply(archive, planned)
    if arguments.json:
        print_json(lists.plan_json(planned))
    else:
        for row in planned.rows:
            changes = "; ".join(f"{field}: {before or 'nothing'} → {after}" for field, before, after in row.changes)
            table([(row.line, row.action, row.name, row.reason or changes)], (5, 8, 44))
        would = "were" if arguments.apply else "would be"
        new, changed, same, unclear = map(planned.count, ("new", "changed", "same", "unclear"))
        then = "" if arguments.apply else " --apply does it."
        say(f"{new} {would} made, {changed} changed; {same} are the same, {unclear} unclear.{then}")
    return 1 if planned.count("unclear") else 0
