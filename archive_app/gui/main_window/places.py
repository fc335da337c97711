"""The places behind the sidebar. Each view is made when it is first gone to, and asked again when something changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from archive_app.domain.fact import Fact
from archive_app.domain.search import Question
from archive_app.gui.models.search.asking import Asked
from archive_app.gui.operations import Session
from archive_app.gui.views.frame.sidebar import PLACES
from archive_app.gui.views.search.records import RecordsView
from archive_app.gui.views.search.saved_list import SavedSearches
from archive_app.gui.window_state import WindowState
from archive_app.services.archive import Archive

if TYPE_CHECKING:
    from archive_app.gui.views.attention.home import HomeView
    from archive_app.gui.views.bodies.authorities import AuthoritiesView
    from archive_app.gui.views.description.review import ReviewView
    from archive_app.gui.views.intake.intake import IntakeView
    from archive_app.gui.views.preservation.keeping import KeepingView
    from archive_app.gui.views.search.concordance import ConcordanceView
    from archive_app.gui.views.tracking.agreements import AgreementsView
    from archive_app.gui.views.tracking.coverage import CoverageView
    from archive_app.gui.views.tracking.links import LinksView
    from archive_app.gui.views.tracking.requests import RequestsView
    from archive_app.gui.views.tracking.timelines import TimelinesView
    from archive_app.gui.views.units.arrangement import ArrangementView

View = TypeVar("View", bound=QWidget)


@dataclass(frozen=True)
class Standing:
    """Where a person is: the place, what is searched for, the record and its page, the timeline's agency."""

    place: str
    asked: Asked
    record: str | None
    page: int
    agency: str | None


class Places(QStackedWidget):
    """``counted(place, number)`` for the sidebar; the others carry what a view asks for to the window."""

    counted = Signal(str, int)
    record_wanted = Signal(str)
    agreement_wanted = Signal(str)
    #: The ids of agreements to be seen alone, and what they are.
    those_wanted = Signal(object, str)
    #: Words of a page: the record, the page (from 1) and the words as they stand there.
    words_wanted = Signal(str, int, str)
    #: A link between papers: what is decided (confirm, refuse, withdraw), and the link.
    link_decided = Signal(str, object)
    #: A paper, and the earlier one it is to be compared with ("" for the nearest of its chain).
    compare_wanted = Signal(str, str)
    #: The records whose links are wanted.
    links_wanted = Signal(object)
    line_wanted = Signal(object)
    concordance_export_wanted = Signal(str)
    import_wanted = Signal()
    export_wanted = Signal(str)
    requests_export_wanted = Signal()
    years_export_wanted = Signal()
    workbook_wanted = Signal(str)
    lapses_export_wanted = Signal(int)
    made_review = Signal()
    made_authorities = Signal()
    made_arrangement = Signal()
    made_imports = Signal()
    made_keeping = Signal()
    go_wanted = Signal(str)
    action_wanted = Signal(str)
    #: Of keeping: a pair and what it is said to be, two records to be seen side by side, ids of the trash, files.
    pair_decided = Signal(str, str, object)
    beside_wanted = Signal(str, str)
    restore_wanted = Signal(object)
    empty_wanted = Signal(object)
    retry_wanted = Signal(object)

    def __init__(self, session: Session, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._state = session, state
        self._stale: set[str] = set()
        self._now = "records"
        self.records = RecordsView(session)
        self.records.counted.connect(lambda number: self.counted.emit("records", number))
        self.records.action_wanted.connect(self.action_wanted)
        self.addWidget(self.records)
        self.saved = SavedSearches(session)
        session.day_changed.connect(self._ask_counts)

    @property
    def now(self) -> str:
        """The place at hand."""
        return self._now

    def show_place(self, name: str) -> None:
        self._now = name
        view = self._view(name)
        self.setCurrentWidget(view)
        if name != "records":  # there the search keeps what is being typed
            view.setFocus()
        if name in self._stale and name != "records":
            self._stale.discard(name)
            view.refresh()  # type: ignore[attr-defined]

    @property
    def standing_at(self) -> str:
        """The place that is shown."""
        return self._now

    def standing(self) -> Standing:
        """Where the person is, to be led back to."""
        opened = self.records.pane.opened
        timeline = self.timelines.agency if "timelines" in self.__dict__ else None
        page = self.records.pane.page.number
        return Standing(self._now, self.records.asked, opened.id if opened else None, page, timeline)

    def stand(self, at: Standing) -> None:
        self.records.ask_again(at.asked)
        if at.record:
            self.records.open_record(at.record, at.page)
        if at.agency:
            self.timelines.show_agency(at.agency)
        self.show_place(at.place)

    def reset(self) -> None:
        """Another archive: everything is to be asked anew."""
        self._stale = {*PLACES, "concordance"}
        # What takes in the whole archive comes after the list that a person waits for.
        self.records.answered.connect(self._ask_counts, Qt.ConnectionType.SingleShotConnection)
        self.records.reset()
        self.saved.refresh()

    def refresh(self) -> None:
        """The archive has changed: the place at hand asks at once, the others when they are gone to."""
        self._stale = {*PLACES, "concordance"}
        self.records.refresh()
        self.saved.refresh()
        self.show_place(self._now)
        self._ask_counts()

    def _ask_counts(self) -> None:
        """The numbers in the sidebar, also of places that nobody has gone to yet."""
        on = self._session.on

        def tell(numbers: dict[str, int]) -> None:
            for place, number in numbers.items():
                self.counted.emit(place, number)

        self._session.ask(lambda archive: _counted(archive, on), tell, lane="counting", key="counts")

    # Views -----------------------------------------------------------------------------------------------------

    @cached_property
    def agreements(self) -> AgreementsView:
        from archive_app.gui.views.tracking.agreements import AgreementsView

        view = AgreementsView(self._session)
        view.record_wanted.connect(self.record_wanted)
        view.counted.connect(lambda number: self.counted.emit("agreements", number))
        view.compare_wanted.connect(self.compare_wanted)
        view.links_wanted.connect(self.links_wanted)
        self._state.restore("agreement columns", view.table.horizontalHeader())
        return self._place(view, agreements=view.splitter)

    @cached_property
    def concordance(self) -> ConcordanceView:
        """Of what is searched for among the records; it stands in their place, and follows them."""
        from archive_app.gui.views.search.concordance import ConcordanceView

        view = ConcordanceView(self._session, self._question)
        view.line_wanted.connect(self.line_wanted)
        view.export_wanted.connect(self.concordance_export_wanted)
        view.back_wanted.connect(lambda: self.go_wanted.emit("records"))
        self.records.answered.connect(self._follow_question)
        return self._place(view)

    def _question(self) -> Question:
        return self.records.asked.question

    def _follow_question(self) -> None:
        if self._now == "concordance":
            self.concordance.refresh()
        else:
            self._stale.add("concordance")

    @cached_property
    def timelines(self) -> TimelinesView:
        from archive_app.gui.views.tracking.timelines import TimelinesView

        view = TimelinesView(self._session)
        view.workbook_wanted.connect(self.workbook_wanted)
        view.record_wanted.connect(self.record_wanted)
        view.agreement_wanted.connect(self.agreement_wanted)
        view.export_wanted.connect(self.export_wanted)
        return self._place(view)

    @cached_property
    def coverage(self) -> CoverageView:
        from archive_app.gui.views.tracking.coverage import CoverageView

        view = CoverageView(self._session)
        view.words_wanted.connect(self.words_wanted)
        view.agreement_wanted.connect(self.agreement_wanted)
        view.those_wanted.connect(self.those_wanted)
        view.export_wanted.connect(self.years_export_wanted)
        view.lapses_export_wanted.connect(self.lapses_export_wanted)
        view.workbook_wanted.connect(self.workbook_wanted)
        return self._place(view, coverage=view.splitter)

    @cached_property
    def requests(self) -> RequestsView:
        from archive_app.gui.views.tracking.requests import RequestsView

        view = RequestsView(self._session)
        view.words_wanted.connect(self.words_wanted)
        view.agreement_wanted.connect(self.agreement_wanted)
        view.export_wanted.connect(self.requests_export_wanted)
        view.counted.connect(lambda number: self.counted.emit("requests", number))
        return self._place(view, requests=view.splitter)

    @cached_property
    def links(self) -> LinksView:
        from archive_app.gui.views.tracking.links import LinksView

        view = LinksView(self._session)
        view.words_wanted.connect(self.words_wanted)
        view.record_wanted.connect(self.record_wanted)
        view.decided.connect(self.link_decided)
        view.compare_wanted.connect(self.compare_wanted)
        view.counted.connect(lambda number: self.counted.emit("links", number))
        return self._place(view, links=view.splitter)

    @cached_property
    def authorities(self) -> AuthoritiesView:
        from archive_app.gui.views.bodies.authorities import AuthoritiesView

        view = AuthoritiesView(self._session)
        view.words_wanted.connect(self.words_wanted)
        view.record_wanted.connect(self.record_wanted)
        view.counted.connect(lambda number: self.counted.emit("authorities", number))
        QTimer.singleShot(0, self.made_authorities.emit)
        return self._place(view, authorities=view.splitter)

    @cached_property
    def arrangement(self) -> ArrangementView:
        from archive_app.gui.views.units.arrangement import ArrangementView

        view = ArrangementView(self._session)
        view.record_wanted.connect(self.record_wanted)
        view.counted.connect(lambda number: self.counted.emit("arrangement", number))
        QTimer.singleShot(0, self.made_arrangement.emit)
        return self._place(view, arrangement=view.splitter)

    @cached_property
    def review(self) -> ReviewView:
        from archive_app.gui.views.description.review import ReviewView

        view = ReviewView(self._session)
        view.record_wanted.connect(self._open_fact)
        view.counted.connect(lambda number: self.counted.emit("review", number))
        QTimer.singleShot(0, self.made_review.emit)
        return self._place(view, review=view.splitter)

    def _open_fact(self, record: str, fact: Fact) -> None:
        self.record_wanted.emit(record)
        self.records.open_fact(record, fact)

    @cached_property
    def imports(self) -> IntakeView:
        from archive_app.gui.views.intake.intake import IntakeView

        view = IntakeView(self._session)
        view.counted.connect(lambda number: self.counted.emit("imports", number))
        view.reports.import_wanted.connect(self.import_wanted)
        view.reports.retry_wanted.connect(self.retry_wanted)
        view.folders.record_wanted.connect(self.record_wanted)
        QTimer.singleShot(0, self.made_imports.emit)
        return self._place(view)

    @cached_property
    def home(self) -> HomeView:
        from archive_app.gui.views.attention.home import HomeView

        view = HomeView(self._session)
        view.go_wanted.connect(self.go_wanted)
        view.agreement_wanted.connect(self.agreement_wanted)
        view.retry_wanted.connect(self.retry_wanted)
        view.action_wanted.connect(self.action_wanted)
        return self._place(view)

    @cached_property
    def keeping(self) -> KeepingView:
        from archive_app.gui.views.preservation.keeping import KeepingView

        view = KeepingView(self._session)
        view.counted.connect(lambda number: self.counted.emit("keeping", number))
        view.record_wanted.connect(self.record_wanted)
        view.decided.connect(self.pair_decided)
        view.beside_wanted.connect(self.beside_wanted)
        view.restore_wanted.connect(self.restore_wanted)
        view.empty_wanted.connect(self.empty_wanted)
        QTimer.singleShot(0, self.made_keeping.emit)
        return self._place(view)

    def _view(self, name: str) -> QWidget:
        view: QWidget = getattr(self, name)
        return view

    def _place(self, view: View, **splitters: QSplitter) -> View:
        self.addWidget(view)
        for name, splitter in splitters.items():
            self._state.restore(name, splitter)
        return view

    # Remembering -----------------------------------------------------------------------------------------------

    def restore(self) -> None:
        if not self._state.restore("records", self.records):
            self.records.setSizes([376, 900])
        if not self._state.restore("record", self.records.pane):
            self.records.pane.setSizes([540, 364])
        self._state.restore("columns", self.records.list.horizontalHeader())

    def keep(self) -> None:
        self._state.keep("records", self.records)
        self._state.keep("record", self.records.pane)
        self._state.keep("columns", self.records.list.horizontalHeader())
        if "agreements" in self.__dict__:
            self._state.keep("agreement columns", self.agreements.table.horizontalHeader())
        for name in ("agreements", "coverage", "requests", "links", "authorities", "arrangement", "review"):
            if name in self.__dict__:
                self._state.keep(name, self.__dict__[name].splitter)


def _counted(archive: Archive, on: date) -> dict[str, int]:
    """What counts is loaded here, off the window's thread."""
    from archive_app.gui.models import counts

    return counts.read(archive, on)
