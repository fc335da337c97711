"""What the guide takes from the program itself, so that no key, menu or button is typed twice.

=====================  ========================================================================================
``{action find}``      the action's menu and words, with its keys; chosen, it is done
``{keys find}``        its keys alone; ``{keys review.accept}`` those of a view
``{key Enter}``          a key that stands in no table of keys, as the system names it
``{place coverage}``   the place's name; chosen, one goes there
``{word edit.add}``    words of the interface: a button, a tab, a field
``{query wage*}``      a query; chosen, it is searched for
``{all keys}``         tables of all keys; ``{all searches}`` one of search words
=====================  ========================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import quote

from archive_app.gui import actions
from archive_app.gui.dialogs import help
from archive_app.gui.language import tr

FIELD: Final = re.compile(r"\{(\w+) ([^{}]+)\}")
PICTURE: Final = re.compile(r"^!\[([^\]]+)\]\([^)]+\)$", re.MULTILINE)
#: What stands between a menu and its action.
STEP: Final = " › "


def fill(written: str) -> str:
    """The Markdown with every field filled in and each picture's words beneath it. Raises KeyError for an unknown."""
    filled = FIELD.sub(lambda found: FILLERS[found[1]](found[2]), written)
    return PICTURE.sub(lambda found: f"{found[0]}\n\n*{found[1]}*", filled)


def _action(name: str) -> str:
    menu, entry = next((menu, entry) for menu, entry in _entries() if entry.name == name)
    path = tr(f"menu.{menu}").replace("&", "") + STEP + actions.words(name)
    return f"[{path}](action:{name})" + (f" (`{entry.native_keys}`)" if entry.keys else "")


def _keys(name: str) -> str:
    section, _, key = name.rpartition(".")
    if section:
        held = next(held for title, held in help.VIEW_KEYS if title == f"in_{section}")
        return " ".join(f"`{actions.native(keys)}`" for keys, told in held if told == key) or _lacking(name)
    return next(f"`{entry.native_keys}`" for _, entry in _entries() if entry.name == name and entry.keys)


def _key(keys: str) -> str:
    return f"`{actions.native(keys)}`"


def _lacking(name: str) -> str:
    raise KeyError(name)


def _place(name: str) -> str:
    return f"[{tr(f'place.{name}')}](place:{name})"


def _word(key: str) -> str:
    return f"**{tr(key).replace('&', '').removesuffix('…')}**"


def _query(query: str) -> str:
    return f"[`{query}`](query:{quote(query, safe='')})"


def _all(what: str) -> str:
    return {"keys": _all_keys, "searches": _all_searches}[what]()


def _all_keys() -> str:
    """A table for the menus, then one for each view."""
    menus = ((entry.keys.split(), actions.words(entry.name)) for _, entry in _entries() if entry.keys)
    told = [_table(tr("help.general"), menus)]
    for title, held in help.VIEW_KEYS:
        told.append(_table(tr(f"help.{title}"), (([keys], tr(f"help_key.{name}")) for keys, name in held)))
    return "\n\n".join(told)


def _table(title: str, rows: Iterable[tuple[list[str], str]]) -> str:
    lines = [f"| {' '.join(f'`{actions.native(one)}`' for one in keys)} | {told} |" for keys, told in rows]
    return "\n".join((f"## {title}", "", f"| {tr('guide.key')} | {tr('guide.does')} |", "| --- | --- |", *lines))


def _all_searches() -> str:
    lines = [f"| `{tr(f'help_search.{name}')}` | {tr(f'help_search.{name}_text')} |" for name in help.SEARCHES]
    head = (f"## {tr('help.search')}", "", f"| {tr('guide.query')} | {tr('guide.finds')} |", "| --- | --- |")
    return "\n".join((*head, *lines, "", tr("help.also_spanish")))


def _entries() -> Iterator[tuple[str, actions.Entry]]:
    return ((menu, entry) for menu, held in actions.MENUS for entry in held if entry)


FILLERS: Final[Mapping[str, Callable[[str], str]]] = {
    "action": _action, "keys": _keys, "key": _key, "place": _place, "word": _word, "query": _query, "all": _all,
}  # fmt: skip
