"""What the window shows at a moment, or a failure where it shows nothing."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject

from archive_app.domain.fact import Fact
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.description.opened import Opened
from archive_app.gui.models.tracking.agreements import AgreementRow
from archive_app.gui.views.description.description import DescriptionPanel
from archive_app.services.archive import Archive

Child = TypeVar("Child", bound=QObject)


def archive_of(window: MainWindow) -> Archive:
    assert window.session.archive is not None
    return window.session.archive


def record_of(window: MainWindow) -> Opened:
    opened = window.places.records.pane.opened
    assert opened is not None
    return opened


def panel(window: MainWindow) -> DescriptionPanel:
    """What is told of the record that is open."""
    return window.places.records.pane.description


def held(window: MainWindow, field: str) -> list[Fact]:
    """Its facts of one field."""
    return list(record_of(window).described.description.by_field.get(field, ()))


def agreement_of(window: MainWindow) -> AgreementRow:
    shown = window.places.agreements.details.shown
    assert shown is not None
    return shown


def child(window: MainWindow, kind: type[Child]) -> Child:
    """The window's one child of a kind, a dialog for example."""
    found = window.findChild(kind)
    assert isinstance(found, kind)
    return found
