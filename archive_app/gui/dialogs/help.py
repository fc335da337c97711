"""Help in two pages: keys and search words; and what this program is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from archive_app import __version__


def tr(words: str) -> str:
    return QCoreApplication.translate("Help", words)


class Help(QDialog):
    def __init__(self, title: str, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(700, 640)
        text = QTextBrowser()
        text.setHtml(html)
        text.document().setDocumentMargin(18)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.addWidget(text, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(buttons)
        layout.addLayout(foot)


def keys(parent: QWidget) -> Help:
    search = (
        ("wage theft", tr("both words, in any form, with or without accents")),
        ("“wage theft”", tr("these words next to each other")),
        ("wage OR salary", tr("one of the two")),
        ("wage -hour", tr("the first without the second; NOT does the same")),
        ("consul*", tr("words that begin so")),
        ("Gutierres~", tr("words that are spelt nearly so")),
        ("“wage agreement”~5", tr("the words at most five apart")),
        ("agency:OSHA party:consulate", tr("fields: title, agency, party, signatory, kind, place, language, tag")),
        ("date:2011-08..2014, date:>2012", tr("from when to when")),
    )
    shortcuts = (
        ("Ctrl+F", tr("search")), ("↓", tr("from the search to the results")), ("Alt+1 … Alt+6", tr("the places")),
        ("Page up, Page down", tr("turn pages")), ("Ctrl++, Ctrl+−, Ctrl+0", tr("size of the page")),
        ("C, E, N", tr("confirm, correct, not stated: of the fact at hand")),
        ("+, −, 0", tr("zoom the timeline")), ("Ctrl+I", tr("import files")), ("F5", tr("look again")),
    )  # fmt: skip
    html = f"<h3>{tr('Search words')}</h3>{_table(search)}<h3>{tr('Keys')}</h3>{_table(shortcuts)}"
    html += f"<p>{tr('Names of fields and operators work in Spanish too.')}</p>"
    return Help(tr("Keys and search words"), html, parent)


def about(parent: QWidget) -> Help:
    html = (
        f"<h2>Convenio {__version__}</h2><p>{tr('A document archive and tracker of memoranda of understanding.')}</p>"
        f"<p>{tr('Each fact stands beside the words it was read from. Nothing leaves this computer.')}</p>"
    )
    return Help(tr("About Convenio"), html, parent)


def _table(rows: tuple[tuple[str, str], ...]) -> str:
    style = "padding: 3px 22px 3px 0"
    cells = [f'<tr><td style="{style}"><b>{left}</b></td><td style="{style}">{right}</td></tr>' for left, right in rows]
    return f"<table>{''.join(cells)}</table>"
