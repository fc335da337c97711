"""Asks for a body of the authority file by any of its names; one that is not there yet is made on the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from archive_app.domain.authority import Authority, AuthorityFile
from archive_app.gui.dialogs.bodies.choose_body import ChooseBody
from archive_app.gui.dialogs.bodies.edit_body import EditBody
from archive_app.gui.language import tr
from archive_app.gui.models.bodies import authorities as model
from archive_app.gui.operations import Session
from archive_app.gui.views.body_line import BodyLine
from archive_app.services.archive import Archive

#: What a new body is until the person says otherwise.
USUAL_ROLE = "civil society"


def pick(
    names: AuthorityFile, words: str, parent: QWidget, take: Callable[[Authority], None], session: Session | None = None
) -> ChooseBody:
    """``take`` is given the body that was chosen. A new one can be made where there is a session that may write."""
    makes = session is not None and session.writable
    dialog = ChooseBody(tr("body_found.choose"), names, _tops(names), words=words, makes=makes, parent=parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: take(dialog.body))
    if session is not None:
        dialog.new_wanted.connect(lambda typed: _ask_new(session, typed, dialog))
    dialog.open()
    return dialog


def pick_for(line: BodyLine, session: Session | None) -> ChooseBody:
    """For a line that asks for one; what stands there and is no body yet is looked for."""
    return pick(line.names, line.words if line.body is None else "", line, line.take, session)


def _tops(names: AuthorityFile) -> list[str]:
    """The bodies that are part of no other, by name: where one begins to look without a word."""
    tops = [one for one in names.records.values() if one.parent not in names.records]
    return [one.id for one in sorted(tops, key=lambda one: one.name.casefold())]


def _ask_new(session: Session, typed: str, chooser: ChooseBody) -> None:
    roles = sorted({one.role for one in chooser.names.records.values()})
    form = EditBody(Authority("", typed, USUAL_ROLE), roles, new=True, parent=chooser)
    form.accepted.connect(lambda: _make(session, form.id, form.values, chooser))
    form.open()


def _make(session: Session, id: str, values: dict[str, str], chooser: ChooseBody) -> None:
    def make(archive: Archive) -> AuthorityFile:
        model.create(archive, id, values)
        return archive.authorities

    def done(names: AuthorityFile) -> None:
        chooser.take_new(names, id)
        session.changed.emit()

    session.ask(make, done, lane="deciding")
