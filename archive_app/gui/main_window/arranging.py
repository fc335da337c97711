"""What a person does with the arrangement: asked for where it must be, written as one step, shown at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from archive_app.domain.arrangement import Level
from archive_app.errors import ConvenioError, UsageError
from archive_app.gui.language import capital, tr, word
from archive_app.gui.main_window.frame import Frame
from archive_app.services.archive import Archive
from archive_app.services.units import arranging, folders

if TYPE_CHECKING:
    from archive_app.domain.arrangement import Branch, Unit
    from archive_app.gui.models.units.arrangement import Read
    from archive_app.services.description.unit_sheets import UnitPlan


T = TypeVar("T")


class Arranging(QObject):
    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        window.places.made_arrangement.connect(self._join)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {"place": self.place_chosen}

    def _join(self) -> None:
        view = self._window.places.arrangement
        view.deed_wanted.connect(lambda deed, branch: getattr(self, f"ask_{deed}")(branch))
        view.stepped.connect(self.step)
        view.place_wanted.connect(self.ask_place)
        view.placed.connect(self.place)
        view.moved.connect(self.move)
        view.saved.connect(self.save)

    # Asking ----------------------------------------------------------------------------------------------------

    def ask_add(self, branch: Branch | None) -> None:
        from archive_app.gui.dialogs.units.new_unit import NewUnit
        from archive_app.gui.models.units import arrangement as model

        under = branch.unit if branch else None
        told = tr("arrangement.new_under", under.title) if under else tr("arrangement.new_top")
        dialog = NewUnit(told, model.levels_under(branch), self._window)
        dialog.accepted.connect(lambda: self.add(dialog.level, dialog.title, under, dialog.code))
        dialog.open()

    def ask_move(self, branch: Branch) -> None:
        from archive_app.gui.dialogs.units.choose_unit import ChooseUnit

        read, unit = self._window.places.arrangement.read, branch.unit
        if read is None or unit is None:
            return
        inside = [unit.id, *(one.id for one in read.whole.arrangement.under(unit.id))]
        dialog = ChooseUnit(tr("arrangement.move_of", unit.title), read, level=unit.level, but=inside,
                            parent=self._window)  # fmt: skip
        dialog.accepted.connect(lambda: self.move(unit.id, dialog.chosen))
        dialog.open()

    def ask_remove(self, branch: Branch) -> None:
        """A fonds goes with all the units in it, which is undone as one step; another leaves them where it stood."""
        unit = branch.unit
        if unit is not None:
            with_all = unit.parent is None
            self._write(lambda archive: arranging.remove(archive, unit.id, with_all=with_all),
                        tr("arranged.removed", unit.title))  # fmt: skip

    def ask_start(self, _branch: Branch | None) -> None:
        read = self._window.places.arrangement.read
        if read is not None:
            self._write(lambda archive: arranging.start(archive, read.titles), tr("arranged.started"))

    def ask_folders(self, _branch: Branch | None) -> None:
        self._write(folders.start, tr("arranged.started_folders"))

    def ask_import(self, _branch: Branch | None) -> None:
        file, _kind = QFileDialog.getOpenFileName(
            self._window, tr("arrangement.import_units"), str(Path.home()), tr("file_kind.units")
        )
        if file:
            self.plan(Path(file))

    def plan(self, file: Path) -> None:
        """Shows what a spreadsheet would make; nothing is made until the person says so."""
        from archive_app.services.description import unit_sheets

        self._window.session.ask(lambda archive: unit_sheets.plan(archive, file), self._show_plan)

    def _show_plan(self, plan: UnitPlan) -> None:
        from archive_app.gui.dialogs.units.import_units import ImportUnits

        dialog = ImportUnits(plan, self._window.session.writable, self._window)
        dialog.accepted.connect(lambda: self.take(plan))
        dialog.open()

    def place_chosen(self) -> None:
        """Asks where the records chosen in the list are to stand, or the one that is open."""
        view = self._window.places
        among = view.arrangement.chosen_records if view.now == "arrangement" else view.records.chosen_records
        self.ask_place(among)

    def ask_place(self, records: Sequence[str]) -> None:
        if not records:
            self._window.tell(UsageError(tr("arrangement.no_record")))
            return
        from archive_app.gui.models.units import arrangement as model

        self._window.session.ask(model.read, lambda read: self._ask_place(read, records))

    def _ask_place(self, read: Read, records: Sequence[str]) -> None:
        from archive_app.gui.dialogs.units.choose_unit import ChooseUnit

        if not read.whole.arrangement.units:
            self._window.go("arrangement")
            self._window.tell(UsageError(tr("arrangement.no_unit")))
            return
        dialog = ChooseUnit(tr("arrangement.place_in", count=len(records)), read, parent=self._window)
        dialog.accepted.connect(lambda: self.place(records, dialog.chosen))
        dialog.open()

    # Doing -----------------------------------------------------------------------------------------------------

    def add(self, level: Level, title: str, under: Unit | None, code: str) -> None:
        def done(unit: Unit) -> None:
            self._window.go("arrangement")
            self._window.places.arrangement.choose(f"unit {unit.id}")

        self._write(
            lambda archive: arranging.add(archive, level, title, under=under.id if under else None, code=code or None),
            tr("arranged.added", capital(word("level", level)), title.strip()), done,
        )  # fmt: skip

    def save(self, unit: int, values: Mapping[str, str]) -> None:
        texts = {name: text for name, text in values.items() if name not in ("title", "reference_code", "level")}
        level = Level(values["level"]) if "level" in values else None
        self._write(
            lambda archive: arranging.change(archive, unit, title=values.get("title"),
                                             code=values.get("reference_code"), level=level, texts=texts),
            tr("arranged.saved"),
        )  # fmt: skip

    def move(self, unit: int, under: int | None) -> None:
        self._write(lambda archive: arranging.move(archive, unit, under),
                    tr("arranged.moved"), lambda one: self._choose(one))  # fmt: skip

    def step(self, branch: Branch, by: int) -> None:
        """Among its neighbours: before the one above, or behind the one below."""
        read, unit = self._window.places.arrangement.read, branch.unit
        if read is None or unit is None:
            return
        beside = [one.id for one in read.whole.arrangement.children(unit.parent)]
        at = beside.index(unit.id) + by
        if 0 <= at < len(beside):
            rest = [id for id in beside if id != unit.id]
            before = rest[at] if at < len(rest) else None
            self._write(lambda archive: arranging.move(archive, unit.id, unit.parent, before), tr("arranged.moved"))

    def place(self, records: Sequence[str], unit: int | None) -> None:
        told = tr("arranged.placed", count=len(records)) if unit else tr("arranged.taken_out", count=len(records))
        self._write(lambda archive: arranging.place(archive, records, unit), told)

    def take(self, plan: UnitPlan) -> None:
        from archive_app.services.description import unit_sheets

        self._write(lambda archive: unit_sheets.write(archive, plan), tr("arranged.taken", plan.file))

    def _choose(self, unit: Unit) -> None:
        self._window.places.arrangement.choose(f"unit {unit.id}")

    def _write(self, action: Callable[[Archive], T], told: str, then: Callable[[T], None] | None = None) -> None:
        def done(made: T) -> None:
            if then:
                then(made)
            self._window.session.changed.emit()
            self._window.tell_good(told)

        self._window.session.ask(action, done, lane="deciding", failed=self._refused)

    def _refused(self, fault: ConvenioError) -> None:
        """What was typed and cannot be so is put back as it is in the archive."""
        self._window.tell(fault)
        if "arrangement" in self._window.places.__dict__:
            self._window.places.arrangement.refresh()
