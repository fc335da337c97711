"""Citing the chosen records, and handing them out: as files, as PDF with their evidence, to the system's programs.

What is handed out is a copy. Restricted records stay in the archive but for a yes of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from archive_app.errors import UsageError
from archive_app.gui.dialogs import message
from archive_app.gui.language import code, tr
from archive_app.gui.main_window.exporting import Exporting
from archive_app.gui.main_window.frame import Frame
from archive_app.gui.views.search.records_table import as_files
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.sharing import citing, handing_out
from archive_app.services.sharing.handing_out import HandedOut

if TYPE_CHECKING:
    from archive_app.gui.dialogs.sharing.cite import Cite

Then = Callable[[Sequence[str], frozenset[str]], object]


class Sharing(QObject):
    def __init__(self, window: Frame, exporting: Exporting) -> None:
        super().__init__(window)
        self._window, self._exporting = window, exporting
        table = window.places.records.list
        table.drag_wanted.connect(self.drag)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {
            "cite": self.cite, "cite_as": self.ask_cite, "open_original": self.open_original,
            "save_originals": self.ask_save, "copy_files": self.copy_files, "export_pdf": self.ask_pdf,
            "export_page_pdf": lambda: self.ask_pdf(page_alone=True),
        }  # fmt: skip

    # Which -----------------------------------------------------------------------------------------------------

    def _chosen(self) -> list[str]:
        """The records chosen in the list, in a review the one at hand; says so where there is none."""
        places = self._window.places
        at_review = [places.review.page.record] if places.now == "review" and places.review.page.record else []
        chosen = at_review or places.records.chosen_records
        if not chosen:
            self._window.tell(UsageError(tr("tags.no_record")))
        return chosen

    def _with_leave(self, wanted: Sequence[str], then: Then) -> None:
        """Goes on with the restricted records among them once somebody has said yes to that."""

        def ask(shut: frozenset[str]) -> None:
            if not shut:
                then(wanted, shut)
                return
            words = tr("sharing.restricted", ", ".join(sorted(shut)), count=len(shut))
            message.ask(self._window, words, tr("sharing.let_leave"), lambda: then(wanted, shut))

        self._window.session.ask(lambda archive: _restricted(archive, wanted), ask)

    # Citing ----------------------------------------------------------------------------------------------------

    def cite(self) -> None:
        """Copies the citations of the chosen records, a line each."""
        chosen, language = self._chosen(), code()

        def copy(made: citing.Cited) -> None:
            if made.text:
                QGuiApplication.clipboard().setText(made.text)
            told = tr("cite.copied", count=len(chosen) - len(made.left_out))
            self._window.tell_good(self._and_left_out(told, made.left_out))

        if chosen:
            self._window.session.ask(lambda archive: citing.cited(archive, chosen, language=language), copy)

    def ask_cite(self) -> None:
        """Shows the citations of the chosen records, to be copied or saved in the way that is wanted."""
        chosen = self._chosen()
        if chosen:
            ask = self._window.session.ask
            ask(lambda archive: _restricted(archive, chosen), lambda shut: self._show(chosen, shut))

    def _show(self, chosen: Sequence[str], shut: frozenset[str]) -> None:
        from archive_app.gui.dialogs.sharing.cite import Cite

        dialog = Cite(len(chosen), len(shut), self._window)
        dialog.asked.connect(lambda: self._preview(dialog, chosen, shut))
        dialog.copy_wanted.connect(lambda text: QGuiApplication.clipboard().setText(text))
        dialog.save_wanted.connect(lambda _style: self._ask_citations(dialog, chosen, shut))
        dialog.open()
        self._preview(dialog, chosen, shut)

    def _preview(self, dialog: Cite, chosen: Sequence[str], shut: frozenset[str]) -> None:
        style, language = dialog.style_wanted, dialog.language_wanted
        named = shut if dialog.with_restricted else frozenset()
        self._window.session.ask(
            lambda archive: citing.cited(archive, chosen, style, language=language, named=named),
            lambda made: dialog.show_text(made.text), key="citations",
        )  # fmt: skip

    def _ask_citations(self, dialog: Cite, chosen: Sequence[str], shut: frozenset[str]) -> None:
        style, language = dialog.style_wanted, dialog.language_wanted
        named = shut if dialog.with_restricted else frozenset()
        file = self._exporting.ask_file(tr(f"file_name.{style}"), tr(f"file_kind.{style}"))
        if file:
            dialog.accept()
            self._window.session.ask(
                lambda archive: citing.write(archive, chosen, style, file, language=language, named=named),
                lambda made: self._exporting.say(file, len(made.left_out)),
            )

    # Files -----------------------------------------------------------------------------------------------------

    def open_original(self) -> None:
        """Opens a copy of the record at hand, which cannot be written to, with the system's program for it."""
        chosen, place = self._chosen()[:1], self._window.out.place()

        def show(made: HandedOut) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(made.files[0]))):
                self._window.tell(UsageError(tr("sharing.no_program", made.files[0].name)))

        if chosen:
            self._window.session.ask(
                lambda archive: handing_out.copies(archive, chosen, place, named=chosen, locked=True), show
            )

    def drag(self) -> None:
        """The chosen records at the pointer, as copies of their files."""
        chosen, place = self._window.places.records.chosen_records, self._window.out.place()

        def drag(made: HandedOut) -> None:
            if made.left_out:
                self._window.tell_good(self._and_left_out("", made.left_out))
            self._window.places.records.list.drag(made.files)

        self._window.session.ask(lambda archive: handing_out.copies(archive, chosen, place), drag, key="drag")

    def copy_files(self) -> None:
        """The chosen records as files to be pasted elsewhere: what dragging is without a mouse."""
        place = self._window.out.place()

        def copy(made: HandedOut) -> None:
            QGuiApplication.clipboard().setMimeData(as_files(made.files))
            self._window.tell_good(tr("sharing.copied", count=len(made.files)))

        self._hand_out(place, copy)

    def ask_save(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, tr("sharing.folder"), str(Path.home()))
        if folder:
            self.save(Path(folder))

    def save(self, folder: Path) -> None:
        """Copies of the chosen records in a folder."""
        self._hand_out(folder, lambda made: self._window.tell_good(tr("sharing.saved", folder, count=len(made.files))))

    def _hand_out(self, place: Path, then: Callable[[HandedOut], None]) -> None:
        def go_on(wanted: Sequence[str], named: frozenset[str]) -> None:
            self._window.session.ask(lambda archive: handing_out.copies(archive, wanted, place, named=named), then)

        chosen = self._chosen()
        if chosen:
            self._with_leave(chosen, go_on)

    # As PDF ----------------------------------------------------------------------------------------------------

    def ask_pdf(self, page_alone: bool = False) -> None:
        """Asks where the record at hand is to be written with its evidence, or its page at hand alone."""
        page = self._window.places.review.page if self._window.places.now == "review" else None
        shown = page or self._window.places.records.pane.page
        if not shown.record:
            self._window.tell(UsageError(tr("tags.no_record")))
            return
        record, pages = shown.record, (shown.number,) if page_alone and shown.number else ()
        name = tr("file_name.page_pdf", record, shown.number) if pages else tr("file_name.pdf", record)
        whole, plain = tr("file_kind.pdf_annotated"), tr("file_kind.pdf_plain")
        file, kind = QFileDialog.getSaveFileName(
            self._window, tr("exporting.title"), str(Path.home() / name), f"{whole};;{plain}"
        )
        if file:
            self.export_pdf(record, Path(file), pages, annotated=kind != plain)

    def export_pdf(self, record: str, file: Path, pages: Sequence[int] = (), *, annotated: bool = True) -> None:
        """Written in the background, in the language in force; ``annotated`` with its notes, highlights and tags."""
        language = code()

        def write(_wanted: Sequence[str], named: frozenset[str]) -> None:
            from archive_app.services.sharing import evidence_sheets

            progress = self._window.session.work(
                lambda archive, progress: evidence_sheets.export(
                    archive, record, file, pages=pages, language=language, named=named, annotated=annotated,
                    progress=progress,
                ),
                lambda sheet: self._say_pdf(file, len(sheet.notes) + len(sheet.tags)),
            )
            self._window.work.follow(tr("sharing.writing"), progress)

        self._with_leave([record], write)

    def _say_pdf(self, file: Path, own: int) -> None:
        """That what people of this archive noted goes with it, where it does."""
        told = tr("sharing.annotated", count=own) if own else ""
        self._window.tell_good(" ".join(part for part in (tr("exporting.saved", file), told) if part))

    def _and_left_out(self, told: str, left_out: Sequence[str]) -> str:
        stays = tr("exporting.left_out", count=len(left_out)) if left_out else ""
        return " ".join(part for part in (told, stays) if part)


def _restricted(archive: Archive, wanted: Sequence[str]) -> frozenset[str]:
    return frozenset(id for id in wanted if records.described(archive, id).restricted)
