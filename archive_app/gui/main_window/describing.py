"""Describing many records at once: one change for all, templates, and spreadsheets; looked at first, undone as one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from archive_app.domain.fact import Value
from archive_app.domain.template import Template
from archive_app.errors import UsageError
from archive_app.gui.dialogs.ask_words import AskWords
from archive_app.gui.language import tr
from archive_app.gui.main_window.frame import Frame
from archive_app.services.archive import Archive
from archive_app.services.description import templates

if TYPE_CHECKING:
    from archive_app.gui.dialogs.description.templates import Templates
    from archive_app.gui.views.body_line import BodyLine
    from archive_app.services.description import description_sheets
    from archive_app.services.description.bulk_edits import Plan


class Describing(QObject):
    """Dialogs, and what they do, are loaded when asked for: most who open the window want none of them."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        window.places.records.pane.description.editor.editor.choose_wanted.connect(self._choose_body)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {
            "describe": self.go_to_form, "bulk_edit": self.ask_bulk, "apply_template": self.ask_apply,
            "save_template": self.ask_save, "templates": self.show_templates, "describe_from": self.ask_sheet,
        }  # fmt: skip

    def go_to_form(self) -> None:
        """To the fields of the record at hand, the first of them opened."""
        self._window.go("records")
        self._window.places.records.pane.description.begin()

    # Many records ----------------------------------------------------------------------------------------------

    def ask_bulk(self) -> None:
        """Asks for one change of the records that are chosen, or the one that is open."""
        from archive_app.gui.dialogs.description.bulk_edit import BulkEdit

        records = self._chosen()
        if records:
            dialog = BulkEdit(self._window.session, records, self._window)
            self._open(dialog, lambda: self.write(dialog.plan))

    def write(self, plan: Plan | None) -> None:
        """Carries a change out with progress; stopped on the way it changes nothing."""
        if plan is None:
            return
        from archive_app.services.description import bulk_edits

        progress = self._window.session.work(
            lambda archive, progress: bulk_edits.write(archive, plan, progress),
            lambda written: self._written(len(written.changed)),
        )
        self._window.work.follow(tr("bulk.writing"), progress)

    def _written(self, number: int) -> None:
        self._window.session.changed.emit()
        self._window.tell_good(tr("bulk.written", count=number))

    # Templates -------------------------------------------------------------------------------------------------

    def ask_save(self) -> None:
        """Which values of the record that is open become a template, and its name."""
        opened = self._window.places.records.pane.opened
        if opened is None:
            self._window.tell(UsageError(tr("tags.no_record")))
            return
        record, title = opened.id, opened.described.title
        self._window.session.ask(
            lambda archive: (templates.values_of(archive, record), [one.name for one in templates.listing(archive)]),
            lambda held: self._ask_save(record, title, *held),
        )

    def _ask_save(self, record: str, title: str, values: Mapping[str, tuple[Value, ...]], taken: Sequence[str]) -> None:
        from archive_app.gui.dialogs.description.save_template import SaveTemplate

        dialog = SaveTemplate(title, values, taken, self._window)
        self._open(dialog, lambda: self.save(record, dialog.called, dialog.fields, replace=dialog.replaces))

    def save(self, record: str, name: str, fields: Sequence[str], *, replace: bool = False) -> None:
        self._change(
            lambda archive: templates.save(archive, name, record, fields, replace=replace),
            lambda: self._window.tell_good(tr("template.saved", name)),
        )

    def ask_apply(self, chosen: str = "") -> None:
        """Which template the chosen records are given, and how."""
        records = self._chosen()
        if records:
            self._window.session.ask(templates.listing, lambda every: self._ask_apply(records, every, chosen))

    def _ask_apply(self, records: Sequence[str], every: Sequence[Template], chosen: str) -> None:
        from archive_app.gui.dialogs.description.apply_template import ApplyTemplate

        if not every:
            self._window.tell(UsageError(tr("template.none_text")))
            return
        dialog = ApplyTemplate(self._window.session, records, every, chosen, self._window)
        self._open(dialog, lambda: self.write(dialog.plan))

    def show_templates(self) -> None:
        """All templates, to be kept in order."""
        from archive_app.gui.dialogs.description.templates import Templates

        dialog = Templates(self._window.session.writable, self._window)
        dialog.apply_wanted.connect(dialog.accept)
        dialog.apply_wanted.connect(lambda one: self.ask_apply(one.name))
        dialog.rename_wanted.connect(lambda one: self._ask_name(dialog, one))
        dialog.delete_wanted.connect(
            lambda one: self._change(lambda archive: templates.delete(archive, one.id), lambda: self._fill(dialog))
        )
        self._open(dialog)
        self._fill(dialog)

    def _fill(self, dialog: Templates) -> None:
        def show(every: Sequence[Template]) -> None:
            if dialog.standing:
                dialog.show_templates(every)

        self._window.session.ask(templates.listing, show, key="templates")

    def _ask_name(self, dialog: Templates, one: Template) -> None:
        asking = AskWords(tr("template.rename"), tr("template.called"), one.name, parent=dialog)
        asking.accepted.connect(lambda: self._rename(dialog, one, asking.words))
        asking.open()

    def _rename(self, dialog: Templates, one: Template, name: str) -> None:
        self._change(lambda archive: templates.rename(archive, one.id, name), lambda: self._fill(dialog))

    # Spreadsheets ----------------------------------------------------------------------------------------------

    def ask_sheet(self) -> None:
        file, _kind = QFileDialog.getOpenFileName(
            self._window, tr("sheet.name"), str(Path.home()), tr("file_kind.sheets")
        )
        if file:
            self.look_at(Path(file))

    def look_at(self, file: Path) -> None:
        """Shows what a spreadsheet would change; nothing is changed until the person says so."""
        from archive_app.services.description import description_sheets

        self._window.session.ask(
            lambda archive: description_sheets.headings(archive, file), lambda columns: self._show_sheet(file, columns)
        )

    def _show_sheet(self, file: Path, columns: dict[str, str | None]) -> None:
        from archive_app.gui.dialogs.description.description_sheet import DescriptionSheet

        dialog = DescriptionSheet(self._window.session, file, columns, self._window)
        self._open(dialog, lambda: self.write_sheet(dialog.plan))

    def write_sheet(self, plan: description_sheets.Plan | None) -> None:
        if plan is None:
            return
        from archive_app.services.description import description_sheets

        progress = self._window.session.work(
            lambda archive, progress: description_sheets.write(archive, plan, progress),
            lambda written: self._written(written.count("changed")),
        )
        self._window.work.follow(tr("bulk.writing"), progress)

    def _choose_body(self, line: BodyLine) -> None:
        """Among all bodies, for a line of the form."""
        from archive_app.gui.dialogs.bodies import pick_body

        pick_body.pick_for(line, self._window.session)

    # Parts -----------------------------------------------------------------------------------------------------

    def _chosen(self) -> list[str]:
        """The records chosen in the list, or the one that is open; where there is none that is told."""
        records = self._window.places.records.chosen_records
        if not records:
            self._window.tell(UsageError(tr("tags.no_record")))
        return records

    def _open(self, dialog: QDialog, then: Callable[[], object] | None = None) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if then:
            dialog.accepted.connect(then)
        dialog.open()

    def _change(self, change: Callable[[Archive], object], then: Callable[[], object]) -> None:
        def done(_: object) -> None:
            self._window.session.changed.emit()
            then()

        self._window.session.ask(change, done, lane="deciding")
