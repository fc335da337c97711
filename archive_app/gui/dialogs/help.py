"""What this program is; and the keys that hold in one view only, as the guide lists them."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from archive_app import __version__
from archive_app.gui.language import tr

SEARCHES: Final = ("both", "phrase", "either", "without", "begins", "nearly", "near", "fields", "dates")
#: Keys that hold in one view only: ``help.<section>``, then keys with ``help_key.<name>`` each.
VIEW_KEYS: Final = (
    ("in_search", (("Down", "to_results"), ("Alt+Down", "past_searches"), ("Esc", "clear_search"))),
    ("in_page", (("PgUp", "previous"), ("PgDown", "next"), ("Ctrl++", "larger"), ("Ctrl+-", "smaller"),
                 ("Ctrl+0", "fit"), ("Ctrl+Right", "pick_word"), ("Shift+Right", "more_words"), ("V", "use_words"),
                 ("1", "highlight"), ("Ctrl+C", "copy_words"), ("Ctrl+Alt+C", "copy_plain"))),
    ("in_description", (("C", "confirm"), ("E", "form_edit"), ("A", "add_value"), ("N", "not_stated"),
                        ("F4", "form_body"))),
    ("in_review", (("A", "accept"), ("Shift+A", "all_of_paper"), ("E", "correct"), ("N", "refuse"), ("U", "undo"),
                   ("J", "next_reading"), ("K", "previous_reading"), ("S", "same"), ("O", "open_record"))),
    ("in_links", (("A", "confirm_link"), ("N", "refuse_link"), ("U", "withdraw_link"), ("C", "compare_link"))),
    ("in_bodies", (("E", "edit_body"), ("M", "merge_body"), ("S", "split_body"), ("G", "succeed_body"),
                   ("N", "new_body"), ("X", "aside_body"))),
    ("in_compare", (("J", "next_change"), ("K", "previous_change"))),
    ("in_coverage", (("Left", "year_before"), ("Right", "next_year"), ("Enter", "open_year"),
                     ("Space", "lapses_of_year"))),
    ("in_timeline", (("+", "wider"), ("-", "narrower"), ("0", "all_years"), ("Right", "go_bars"),
                     ("Shift+Right", "pan"))),
)  # fmt: skip


class Help(QDialog):
    def __init__(self, title: str, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(480, 260)
        text = QTextBrowser()
        text.setAccessibleName(title)
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


def about(parent: QWidget) -> Help:
    html = (
        f"<h2>Convenio {__version__}</h2><p>{escape(tr('help.what'))}</p>"
        f"<p>{escape(tr('help.offline'))}</p>"
    )  # fmt: skip
    return Help(tr("help.about"), html, parent)
