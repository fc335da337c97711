"""When something unexpected happens: a dialog with a report to copy. The archive is whole, whatever it was."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from archive_app import __version__
from archive_app.gui import theme
from archive_app.gui.language import tr


def install(show: Callable[[str], None]) -> None:
    """From now on an error that nobody handled is shown as a report, and the program goes on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            show(report(error))

    sys.excepthook = hook


def report(error: BaseException) -> str:
    """What somebody who mends the program needs to know; nothing of what the archive holds."""
    lines = [
        f"Convenio {__version__}",
        f"Python {platform.python_version()}, Qt {qt_version}, {platform.platform()}",
        "",
        "".join(traceback.format_exception(error)).rstrip(),
    ]
    return "\n".join(lines)


class CrashDialog(QDialog):
    """Says what happened and what it means, with the report below to be copied."""

    def __init__(self, report: str, parent: QWidget | None = None, before: bool = False) -> None:
        """``before`` tells of the last run, not of this one."""
        super().__init__(parent)
        self.report, self._before = report, before
        title = tr("crash.last_title") if before else tr("crash.title")
        self.setWindowTitle(title)
        self.resize(680, 460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(12)
        heading = QLabel(title)
        heading.setFont(theme.font("title", bold=True))
        layout.addWidget(heading)
        layout.addWidget(self._explanation())
        layout.addWidget(self._text(), 1)
        layout.addWidget(self._buttons())

    def _explanation(self) -> QLabel:
        label = QLabel(tr("crash.last_text") if self._before else tr("crash.text"))
        label.setWordWrap(True)
        return label

    def _text(self) -> QPlainTextEdit:
        text = QPlainTextEdit(self.report)
        text.setReadOnly(True)
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setAccessibleName(tr("crash.report"))
        return text

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(tr("crash.copy"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons
