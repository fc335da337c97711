"""What the menus offer: each action's words, keys and drawing, in one table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from archive_app.gui import theme


@dataclass(frozen=True)
class Entry:
    """An action: its name in code, its words, its keys and its drawing ("" for none)."""

    name: str
    words: str
    keys: str = ""
    icon: str = ""


def _(words: str) -> str:
    return str(QT_TRANSLATE_NOOP("Actions", words))


#: Menus from left to right; None is a line between groups.
MENUS: Final[tuple[tuple[str, tuple[Entry | None, ...]], ...]] = (
    (_("&Archive"), (
        Entry("new", _("&New archive…"), "Ctrl+N", "new"),
        Entry("open", _("&Open archive…"), "Ctrl+O", "open"),
        Entry("sample", _("Explore the &sample archive"), "", "sample"),
        None,
        Entry("import_files", _("&Import files…"), "Ctrl+I", "import"),
        Entry("import_folder", _("Import a &folder…"), "Ctrl+Shift+I", "import"),
        None,
        Entry("verify", _("&Check every original"), "", "check"),
        None,
        Entry("quit", _("&Quit"), "Ctrl+Q", ""),
    )),
    (_("&Export"), (
        Entry("export_xlsx", _("&Workbook…"), "Ctrl+E", "export"),
        Entry("export_timeline", _("Timeline as a &picture…"), "Ctrl+Shift+E", "timelines"),
        Entry("export_html", _("&Histories as a page…"), "", "export"),
        Entry("export_ics", _("&Ends as a calendar…"), "", "export"),
        None,
        Entry("export_csv", _("&Agreements as CSV…"), "", "export"),
        Entry("export_tables", _("&Tables of the papers…"), "", "export"),
        Entry("export_ris", _("&Citations (RIS)…"), "", "export"),
        Entry("export_ead3", _("&Finding aid (EAD3)…"), "", "export"),
        Entry("export_json", _("Everything as &JSON…"), "", "export"),
    )),
    (_("&Find"), (
        Entry("find", _("&Search"), "Ctrl+F", "search"),
        Entry("clear", _("&Clear the search"), "Ctrl+Shift+F", "close"),
        Entry("refresh", _("&Look again"), "F5", "undo"),
    )),
    (_("&Go"), (
        Entry("go_records", _("&Records"), "Alt+1", "records"),
        Entry("go_agreements", _("&Agreements"), "Alt+2", "agreements"),
        Entry("go_timelines", _("&Timelines"), "Alt+3", "timelines"),
        Entry("go_coverage", _("&Coverage"), "Alt+4", "coverage"),
        Entry("go_review", _("To re&view"), "Alt+5", "review"),
        Entry("go_imports", _("&Import report"), "Alt+6", "report"),
    )),
    (_("&Help"), (
        Entry("keys", _("&Keys and search words"), "F1", "unknown"),
        Entry("about", _("&About Convenio"), "", "convenio"),
    )),
)  # fmt: skip
#: Actions that need an open archive, and of those the ones that write to it.
NEEDING_ARCHIVE: Final = (
    "import_files", "import_folder", "verify", "export_xlsx", "export_timeline", "export_html", "export_ics",
    "export_csv", "export_tables", "export_ris", "export_ead3", "export_json", "find", "clear", "refresh",
    "go_records", "go_agreements", "go_timelines", "go_coverage", "go_review", "go_imports",
)  # fmt: skip
WRITING: Final = ("import_files", "import_folder")
#: Actions that must wait until work on the archive has ended.
WAITING: Final = ("new", "open", "sample", "import_files", "import_folder", "verify")


class Actions:
    """All actions by name, and the menus they stand in."""

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self._by_name: dict[str, QAction] = {}
        for _title, entries in MENUS:
            for entry in entries:
                if entry:
                    self._by_name[entry.name] = self._make(entry)

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def fill(self, bar: QMenuBar) -> None:
        for title, entries in MENUS:
            menu = QMenu(QCoreApplication.translate("Actions", title), bar)
            for entry in entries:
                if entry:
                    menu.addAction(self._by_name[entry.name])
                else:
                    menu.addSeparator()
            bar.addMenu(menu)

    def enable(self, *, archive: bool, writable: bool, busy: bool) -> None:
        """Greys what cannot be done now."""
        for name, action in self._by_name.items():
            allowed = archive or name not in NEEDING_ARCHIVE
            allowed = allowed and (writable or name not in WRITING)
            action.setEnabled(allowed and not (busy and name in WAITING))

    def ink(self) -> None:
        """Draws all icons again, in the colours of the scheme in force."""
        for _title, entries in MENUS:
            for entry in entries:
                if entry and entry.icon:
                    self._by_name[entry.name].setIcon(theme.icon(entry.icon))

    def _make(self, entry: Entry) -> QAction:
        action = QAction(QCoreApplication.translate("Actions", entry.words), self._owner)
        if entry.icon:
            action.setIcon(theme.icon(entry.icon))
        if entry.keys:
            action.setShortcut(QKeySequence(entry.keys))
        self._owner.addAction(action)
        return action
