"""What a person does with authority records: asked for where it must be, written, and matched anew in all papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from archive_app.domain.authority import Authority
from archive_app.gui.language import tr
from archive_app.gui.main_window.frame import Frame
from archive_app.gui.models.bodies import authorities as model
from archive_app.gui.models.bodies.authorities import Waiting
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.bodies import authorities, authority_lists
from archive_app.services.bodies.authorities import Card
from archive_app.services.bodies.authority_lists import ImportPlan

if TYPE_CHECKING:
    from archive_app.gui.dialogs.bodies.choose_body import ChooseBody


class Naming(QObject):
    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        window.places.made_authorities.connect(self._join)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {"new_authority": self.ask_new, "import_authorities": self.ask_import}

    def _join(self) -> None:
        view = self._window.places.authorities
        view.deed_wanted.connect(self.do)
        view.name_wanted.connect(self.do_with_name)
        view.make.clicked.connect(lambda: self.ask_new())
        view.take.clicked.connect(lambda: self.ask_import())

    def do(self, deed: str, card: Card) -> None:
        one = card.authority
        if deed == "undo":
            self._write(lambda archive: authorities.undo(archive, one.id), tr("bodied.undo", one.name))
        else:
            getattr(self, f"ask_{deed}")(card)

    def do_with_name(self, deed: str, row: Waiting) -> None:
        name = row.unknown.name
        if deed == "match":
            self.ask_match(row)
        elif deed == "new_of":
            self.ask_new(name, row.unknown.role or "")
        else:
            self._write(lambda archive: authorities.set_aside(archive, name), tr("bodied.aside", name))

    # Asking ----------------------------------------------------------------------------------------------------

    def ask_edit(self, card: Card) -> None:
        from archive_app.gui.dialogs.bodies.edit_body import EditBody

        dialog = EditBody(card.authority, self._roles(), new=False, parent=self._window)
        dialog.accepted.connect(lambda: self.edit(card.authority, dialog.values))
        dialog.open()

    def ask_new(self, name: str = "", role: str = "") -> None:
        from archive_app.gui.dialogs.bodies.edit_body import EditBody

        blank = Authority("", name, role or "civil society")
        dialog = EditBody(blank, self._roles(), new=True, parent=self._window)
        dialog.accepted.connect(lambda: self.create(dialog.id, dialog.values, name))
        dialog.open()

    def ask_split(self, card: Card) -> None:
        """Written names and papers, by their titles, of which some are another body's."""
        self._window.session.ask(
            lambda archive: {id: records.described(archive, id).title for id in card.records},
            lambda titles: self._ask_split(card, titles),
        )  # fmt: skip

    def _ask_split(self, card: Card, titles: Mapping[str, str]) -> None:
        from archive_app.gui.dialogs.bodies.edit_body import EditBody

        one = card.authority
        names = {name: name for name in (*one.names, *(former.name for former in one.former))}
        papers = {id: tr("links.paper", title, id) for id, title in titles.items()}
        dialog = EditBody(
            Authority("", "", one.role, parent=one.parent), self._roles(), new=True,
            told=tr("bodies.split_of", one.name), parts_of=names | papers, parent=self._window,
        )  # fmt: skip
        dialog.accepted.connect(lambda: self.split(card, dialog.id, dialog.values, dialog.chosen_parts))
        dialog.open()

    def ask_merge(self, card: Card) -> None:
        one = card.authority
        dialog = self._choose(tr("bodies.merge_into", one.name), but=one.id)
        dialog.accepted.connect(lambda: self.merge(one, dialog.chosen))

    def ask_succeed(self, card: Card) -> None:
        one = card.authority
        dialog = self._choose(tr("bodies.succeeded_by", one.name), but=one.id, day=True)
        dialog.accepted.connect(lambda: self.succeed(one, dialog.chosen, dialog.day.text().strip()))

    def ask_match(self, row: Waiting) -> None:
        likely = [id for id, _ in row.unknown.likely]
        dialog = self._choose(tr("bodies.match_of", row.unknown.name), likely=likely)
        dialog.accepted.connect(lambda: self.match(row.unknown.name, dialog.chosen))

    def ask_import(self) -> None:
        file, _kind = QFileDialog.getOpenFileName(
            self._window, tr("bodies.import"), str(Path.home()), tr("file_kind.authorities")
        )
        if file:
            self.plan(Path(file))

    def plan(self, file: Path) -> None:
        """Shows what a list would change; nothing is changed until the person says so."""
        self._window.session.ask(lambda archive: authority_lists.plan(archive, file), self._show_plan)

    def _show_plan(self, plan: ImportPlan) -> None:
        from archive_app.gui.dialogs.bodies.import_bodies import ImportBodies

        dialog = ImportBodies(plan, self._window.session.writable, self._window)
        dialog.accepted.connect(lambda: self.take(plan))
        dialog.open()

    def _choose(self, told: str, likely: list[str] | None = None, *, but: str = "", day: bool = False) -> ChooseBody:
        from archive_app.gui.dialogs.bodies.choose_body import ChooseBody

        archive = self._window.session.archive
        assert archive is not None
        first = likely or [card.authority.id for card in self._window.places.authorities.model.rows]
        dialog = ChooseBody(told, archive.authorities, first, but=but, day=day, parent=self._window)
        dialog.open()
        return dialog

    def _roles(self) -> list[str]:
        archive = self._window.session.archive
        assert archive is not None
        return sorted({one.role for one in archive.authorities.records.values()})

    # Doing -----------------------------------------------------------------------------------------------------

    def edit(self, one: Authority, values: dict[str, str]) -> None:
        if values:
            self._write(lambda archive: authorities.edit_all(archive, one.id, values), tr("bodied.edit", one.name))

    def create(self, id: str, values: dict[str, str], also: str = "") -> None:
        self._write(lambda archive: model.create(archive, id, values, also), tr("bodied.new", values["name"]), id)

    def split(self, card: Card, id: str, values: dict[str, str], chosen: list[str]) -> None:
        records = [one for one in chosen if one in card.records]
        names = [one for one in chosen if one not in card.records]
        typed = {name: value for name, value in values.items() if value.strip()}

        def write(archive: Archive) -> None:
            new = authorities.with_values(archive, Authority(id, values["name"], values["role"]), typed)
            authorities.split(archive, card.authority.id, new, names=names, in_records=records)

        self._write(write, tr("bodied.split", values["name"], card.authority.name), id)

    def merge(self, one: Authority, into: str) -> None:
        self._write(lambda archive: authorities.merge(archive, one.id, into), tr("bodied.merge", one.name), into)

    def succeed(self, one: Authority, successor: str, on: str) -> None:
        self._write(lambda archive: authorities.succeed(archive, one.id, successor, on or None),
                    tr("bodied.succeed", one.name))  # fmt: skip

    def match(self, name: str, id: str) -> None:
        self._write(lambda archive: authorities.assign(archive, name, id), tr("bodied.match", name))

    def take(self, plan: ImportPlan) -> None:
        self._write(lambda archive: authority_lists.apply(archive, plan), tr("bodied.take", plan.file))

    def _write(self, action: Callable[[Archive], object], told: str, then: str = "") -> None:
        def done(_: object) -> None:
            self._window.session.changed.emit()
            self._window.tell_good(told)
            if then:
                self._window.go("authorities")
                self._window.places.authorities.choose(then)

        self._window.session.ask(action, done, lane="deciding")
