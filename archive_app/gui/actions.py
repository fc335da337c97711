"""What the menus offer: each action's name, keys and drawing, in one table; its words are ``action.<name>``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from archive_app.gui import theme
from archive_app.gui.language import tr


@dataclass(frozen=True)
class Entry:
    """An action: its name in code, its keys (several parted by a blank) and its drawing ("" for none)."""

    name: str
    keys: str = ""
    icon: str = ""

    @property
    def native_keys(self) -> str:
        """Its keys as the system names them; the first where there are several."""
        return native(self.keys.partition(" ")[0])


#: Menus from left to right, those of WITHIN in the one that they belong to; None is a line between groups.
MENUS: Final[tuple[tuple[str, tuple[Entry | None, ...]], ...]] = (
    ("archive", (
        Entry("new", "Ctrl+N", "new"),
        Entry("open", "Ctrl+O", "open"),
        Entry("sample", "", "sample"),
        None,
        Entry("import_files", "Ctrl+I", "import"),
        Entry("import_folder", "Ctrl+Shift+I", "import"),
        Entry("watch_folder", "", "open"),
        None,
        Entry("import_authorities", "", "building"),
        Entry("verify", "", "check"),
        Entry("backup", "", "export"),
        Entry("export_bag", "", "export"),
        Entry("import_bag", "", "import"),
        None,
        Entry("quit", "Ctrl+Q", ""),
    )),
    ("edit", (
        Entry("undo", "Ctrl+Z", "undo"),
        Entry("redo", "Ctrl+Shift+Z Ctrl+Y"),
        Entry("alike", "Ctrl+Shift+S", "check"),
        None,
        Entry("tag", "T", "tag"),
        Entry("note", "Ctrl+M", "note"),
        Entry("highlight", "Ctrl+H", "highlight"),
        Entry("tags", "Ctrl+Shift+T", "tag"),
        None,
        Entry("cite", "Ctrl+Shift+C", "link"),
        Entry("cite_as", "Ctrl+Alt+K", "link"),
        Entry("copy_files", "Ctrl+Alt+F", "copy"),
        Entry("new_authority", "", "building"),
        None,
        Entry("recognise", "Ctrl+Shift+R", "review"),
        Entry("remove", "Ctrl+Del", "trash"),
    )),
    ("describe", (
        Entry("describe", "Ctrl+Shift+D", "edit"),
        Entry("bulk_edit", "Ctrl+D", "edit"),
        None,
        Entry("apply_template", "Ctrl+Alt+D", "copy"),
        Entry("save_template", "", "plus"),
        Entry("templates"),
        None,
        Entry("describe_from", "", "import"),
        None,
        Entry("place", "Ctrl+Shift+A", "arrangement"),
    )),
    ("export", (
        Entry("export_xlsx", "Ctrl+E", "export"),
        Entry("export_results", "Ctrl+Alt+E", "search"),
        Entry("export_timeline", "Ctrl+Shift+E", "timelines"),
        Entry("export_years", "", "chart"),
        Entry("export_html", "", "export"),
        Entry("export_pdf", "Ctrl+Alt+P", "export"),
        Entry("export_page_pdf", "", "export"),
        Entry("save_originals", "", "export"),
        Entry("export_ics", "", "export"),
        Entry("export_requests", "", "requests"),
        None,
        Entry("export_csv", "", "export"),
        Entry("export_tables", "", "export"),
        Entry("export_ris", "", "export"),
        Entry("export_bibtex", "", "export"),
        Entry("export_csl-json", "", "export"),
        Entry("export_ead3", "", "export"),
        Entry("export_atom-csv", "", "export"),
        Entry("export_dublin-core", "", "export"),
        Entry("export_json", "", "export"),
    )),
    ("find", (
        Entry("find", "Ctrl+L", "search"),
        Entry("find_in", "Ctrl+F", "search"),
        Entry("clear", "Ctrl+Shift+F", "close"),
        Entry("save_search", "Ctrl+S", "bookmark"),
        Entry("forget_searches"),
        None,
        Entry("next_hit", "F3", "next"),
        Entry("previous_hit", "Shift+F3", "previous"),
        Entry("hit_pages", "P", "records"),
        Entry("concordance", "Ctrl+J", "concordance"),
        Entry("annotations", "Ctrl+Shift+M", "note"),
        Entry("batch", "", "report"),
        None,
        Entry("palette", "Ctrl+K Ctrl+P", "search"),
    )),
    ("view", (
        Entry("refresh", "F5", "undo"),
        Entry("show_restricted", "Ctrl+Alt+R", "lock"),
        None,
    )),
    ("appearance", (
        Entry("appearance_system"),
        Entry("appearance_light"),
        Entry("appearance_dark"),
    )),
    ("go", (
        Entry("go_home", "Alt+Home", "home"),
        Entry("go_records", "Alt+1", "records"),
        Entry("go_agreements", "Alt+2", "agreements"),
        Entry("go_timelines", "Alt+3", "timelines"),
        Entry("go_coverage", "Alt+4", "coverage"),
        Entry("go_review", "Alt+5", "review"),
        Entry("go_imports", "Alt+6", "report"),
        Entry("go_requests", "Alt+7", "requests"),
        Entry("go_links", "Alt+8", "chain"),
        Entry("go_authorities", "Alt+0", "building"),
        Entry("go_keeping", "Alt+9", "keeping"),
        Entry("go_arrangement", "Ctrl+Alt+A", "arrangement"),
        None,
        Entry("watched", "", "open"),
        Entry("scans", "", "records"),
        Entry("backups", "", "keeping"),
        Entry("history", "Ctrl+Alt+H", "history"),
        Entry("trash", "", "trash"),
        None,
        Entry("beside", "Ctrl+B", "beside"),
        Entry("open_original", "Ctrl+Return", "open"),
    )),
    ("language", (
        Entry("language_system"),
        Entry("language_en"),
        Entry("language_es"),
    )),
    ("help", (
        Entry("guide", "F1", "unknown"),
        Entry("keys", "Ctrl+F1"),
        Entry("tour", "", "sample"),
        Entry("about", "", "convenio"),
    )),
)  # fmt: skip
#: Menus that stand at the end of another one.
WITHIN: Final = {"appearance": "view"}
#: Actions that need an open archive, and of those the ones that write to it.
NEEDING_ARCHIVE: Final = (
    "describe", "bulk_edit", "apply_template", "save_template", "templates", "describe_from",
    "show_restricted", "watch_folder", "watched", "scans", "recognise", "export_bag", "backups", "history", "trash",
    "find_in", "tour", "go_home", "go_keeping", "beside", "remove", "backup",
    "undo", "redo", "alike", "import_files", "import_folder", "verify",
    "export_xlsx", "export_timeline", "export_years", "export_html", "export_ics",
    "export_csv", "export_tables", "export_ris", "export_bibtex", "export_csl-json",
    "cite", "cite_as", "copy_files", "save_originals", "open_original", "export_pdf", "export_page_pdf",
    "export_ead3", "export_atom-csv", "export_dublin-core", "export_json",
    "find", "clear", "palette", "refresh", "save_search", "forget_searches",
    "next_hit", "previous_hit", "hit_pages",
    "tag", "note", "highlight", "annotations", "tags", "concordance", "batch", "export_results",
    "go_records", "go_agreements", "go_timelines", "go_coverage", "go_review", "go_imports",
    "go_arrangement", "place",
    "go_requests", "go_links", "go_authorities", "export_requests", "new_authority", "import_authorities",
)  # fmt: skip
WRITING: Final = (
    "describe", "bulk_edit", "apply_template", "save_template", "describe_from",
    "watch_folder", "recognise", "remove", "backup", "tag", "note", "place", "save_search", "import_files",
    "import_folder",
    "undo", "redo", "alike", "highlight", "new_authority", "import_authorities",
)  # fmt: skip
#: Actions that must wait until work on the archive has ended.
#: (The window is made anew for another language, and could not follow work that is going on.)
WAITING: Final = (
    "new", "open", "sample", "import_files", "import_folder", "verify", "backup", "export_bag", "import_bag",
    "language_system", "language_en", "language_es",
)  # fmt: skip
#: Actions of which one of a kind is in force, told by a mark: what stands before the first "_" is the kind.
CHOICES: Final = (
    "language_system", "language_en", "language_es", "appearance_system", "appearance_light", "appearance_dark",
)  # fmt: skip


def words(name: str) -> str:
    """An action's words without the mark of its letter and its dots, as a list of actions tells them."""
    return tr(f"action.{name}").replace("&", "").removesuffix("…")


def native(keys: str) -> str:
    """Keys as the system and the language name them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class Actions:
    """All actions by name, and the menus they stand in."""

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self._by_name: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        for _title, entries in MENUS:
            for entry in entries:
                if entry:
                    self._by_name[entry.name] = self._make(entry)

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def fill(self, bar: QMenuBar) -> None:
        for title, entries in MENUS:
            menu = QMenu(tr(f"menu.{title}"), bar)
            for entry in entries:
                if entry:
                    menu.addAction(self._by_name[entry.name])
                else:
                    menu.addSeparator()
            above = self._menus[WITHIN[title]] if title in WITHIN else bar
            above.addMenu(menu)
            self._menus[title] = menu

    def enable(self, *, archive: bool, writable: bool, busy: bool) -> None:
        """Greys what cannot be done now."""
        for name, action in self._by_name.items():
            allowed = archive or name not in NEEDING_ARCHIVE
            allowed = allowed and (writable or name not in WRITING)
            action.setEnabled(allowed and not (busy and name in WAITING))

    def choose(self, name: str) -> None:
        """Marks one of CHOICES as the one of its kind that is in force."""
        kind = name.partition("_")[0]
        for choice in CHOICES:
            if choice.startswith(f"{kind}_"):
                self._by_name[choice].setChecked(choice == name)

    def remove(self) -> None:
        """Takes all actions and menus away: others come in their place."""
        for menu in self._menus.values():
            menu.deleteLater()
        for action in self._by_name.values():
            self._owner.removeAction(action)
            action.deleteLater()

    def ink(self) -> None:
        """Draws all icons again, in the colours of the scheme in force."""
        for _title, entries in MENUS:
            for entry in entries:
                if entry and entry.icon:
                    self._by_name[entry.name].setIcon(theme.icon(entry.icon))

    def _make(self, entry: Entry) -> QAction:
        action = QAction(tr(f"action.{entry.name}"), self._owner)
        if entry.icon:
            action.setIcon(theme.icon(entry.icon))
        action.setCheckable(entry.name in CHOICES)
        if entry.keys:
            action.setShortcuts([QKeySequence(keys) for keys in entry.keys.split()])
        self._owner.addAction(action)
        return action
