"""What a person decides about links between papers; the chains are formed anew after each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archive_app.gui.language import tr
from archive_app.gui.main_window.frame import Frame

if TYPE_CHECKING:
    from archive_app.gui.models.tracking.links import LinkRow


class Linking(QObject):
    """A link that would lead back to itself is refused by the service, whose sentence is told."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        window.places.link_decided.connect(self.decide)

    def decide(self, verdict: str, row: LinkRow) -> None:
        from archive_app.services.tracking import deciding

        verdicts = {"confirm": deciding.confirm, "refuse": deciding.refuse, "withdraw": deciding.withdraw}
        type, record, target = row.key

        def done(_: None) -> None:
            self._window.session.changed.emit()
            self._window.tell_good(tr(f"linked.{verdict}", row.record, row.target))

        self._window.session.ask(
            lambda archive: verdicts[verdict](archive, type, record, target), done, lane="deciding"
        )
