"""A sentence that the person has to know, or a yes that is needed before something is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from archive_app.errors import ConvenioError
from archive_app.gui.language import sentence, tr


def tell(parent: QWidget, fault: ConvenioError) -> QMessageBox:
    """Shows the sentence of a fault and comes back at once; the box goes when it is read."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Convenio", sentence(fault), QMessageBox.StandardButton.Ok, parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def may_stop(parent: QWidget) -> bool:
    """Whether work that is going on may be stopped, so that the window can close."""
    text = tr("message.still_taking")
    box = QMessageBox(QMessageBox.Icon.Question, "Convenio", text, QMessageBox.StandardButton.Cancel, parent)
    stop = box.addButton(tr("message.stop"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
    return box.clickedButton() is stop


def ask(parent: QWidget, words: str, yes: str, then: Callable[[], object], calm: bool = False) -> QMessageBox:
    """Asks before something that cannot be taken back; comes back at once, ``then`` follows only the yes.

    A ``calm`` question offers what does no harm.
    """
    icon = QMessageBox.Icon.Information if calm else QMessageBox.Icon.Warning
    box = QMessageBox(icon, "Convenio", words, QMessageBox.StandardButton.Cancel, parent)
    role = QMessageBox.ButtonRole.AcceptRole if calm else QMessageBox.ButtonRole.DestructiveRole
    agree = box.addButton(yes, role)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    if calm:
        box.setDefaultButton(agree)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    agree.clicked.connect(then)
    box.open()
    return box
