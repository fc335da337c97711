"""Pictures of every dialog, for ``screenshots.py --all``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from shots import Shots

ROOT = Path(__file__).resolve().parent.parent


def take_all(shots: Shots) -> None:
    dialogs(shots)
    sharing_dialogs(shots)
    comparison(shots)
    finding_dialogs(shots)
    describing_dialogs(shots)
    keeping_dialogs(shots)


def take(shots: Shots, held: dict[str, QDialog]) -> None:
    """Each as soon as all that it asks for is there."""
    for name, dialog in held.items():
        dialog.show()
        shots.settle()
        shots.save(name, dialog)
        dialog.reject()


def dialogs(shots: Shots) -> None:
    from archive_app.domain.arrangement import MADE
    from archive_app.gui.crash import CrashDialog
    from archive_app.gui.dialogs import help
    from archive_app.gui.dialogs.bodies.choose_body import ChooseBody
    from archive_app.gui.dialogs.bodies.edit_body import EditBody
    from archive_app.gui.dialogs.description.edit_fact import EditFact
    from archive_app.gui.dialogs.guide import Guide
    from archive_app.gui.dialogs.intake.intake_preview import IntakePreview
    from archive_app.gui.dialogs.new_archive import NewArchive
    from archive_app.gui.dialogs.units.new_unit import NewUnit

    window, names = shots.window, shots.window.session.archive.authorities
    take(shots, {
        "guide": Guide(window), "about": help.about(window), "palette": window.palette_of_all(),
        "preview": IntakePreview(window.session, [ROOT / "sample_archive"], window),
        "new-archive": NewArchive(Path.home(), window), "crash": CrashDialog("Convenio", window),
        "choose-body": ChooseBody("OSHA", names, ["US-DOL-OSHA", "MX-CON-dallas"], day=True, parent=window),
        "edit-body": EditBody(names.records["US-DOL-OSHA"], ["federal agency"], new=False, parent=window),
        "new-unit": NewUnit("…", list(MADE), window),
        "edit-fact": EditFact("term", None, "two years from its signature", names, window),
    })  # fmt: skip


def sharing_dialogs(shots: Shots) -> None:
    """Notes and highlights, citations, and papers of the form of one that was corrected."""
    from archive_app.gui.dialogs.description.alike import AlikePapers
    from archive_app.gui.dialogs.description.annotations import Annotations
    from archive_app.gui.dialogs.sharing.cite import Cite
    from archive_app.gui.models.description import annotated
    from archive_app.services.description import correcting
    from archive_app.services.description.correcting import Correction
    from archive_app.services.sharing import citing

    window, archive = shots.window, shots.window.session.archive
    described, fact = next(row for row in window.places.review.model.rows if row[1].field == "party")
    corrected = Correction(described.id, "party", (fact.value,), fact)
    notes, cite = Annotations(window), Cite(1, 0, window)
    notes.show_rows(annotated.read(archive))
    cite.show_text(citing.cited(archive, [described.id], language=cite.language_wanted).text)
    alike = AlikePapers(corrected, correcting.alike(archive, corrected), window)
    take(shots, {"annotations": notes, "cite": cite, "alike": alike})


def describing_dialogs(shots: Shots) -> None:
    """A field of the form that is edited; one change for many records, templates, a sheet of descriptions."""
    from archive_app.gui.dialogs.description.apply_template import ApplyTemplate
    from archive_app.gui.dialogs.description.bulk_edit import BulkEdit
    from archive_app.gui.dialogs.description.description_sheet import DescriptionSheet
    from archive_app.gui.dialogs.description.save_template import SaveTemplate
    from archive_app.gui.dialogs.description.templates import Templates
    from archive_app.services import records
    from archive_app.services.description import templates

    window, session = shots.window, shots.window.session
    shots.open_file("2012 Alliance OSHA Austin - Mexican Consulate.pdf")
    shots.choose_fact("signatory")
    window.actions_["describe"].trigger()
    shots.settle()
    shots.save("form")
    window.places.records.pane.description.editor.give_up()
    record = window.places.records.pane.opened.id
    values = templates.values_of(session.archive, record)
    if not templates.listing(session.archive):
        templates.save(session.archive, "OSHA", record, ["kind", "term", "party"])
    every, ids = templates.listing(session.archive), [one.id for one in records.listing(session.archive)]
    bulk, kept = BulkEdit(session, ids, window), Templates(True, window)
    bulk.field.setCurrentIndex(bulk.field.findData("party"))
    bulk.value.body.put("OSHA")
    kept.show_templates(every)
    sheet = shots.folder / "descriptions.csv"
    sheet.write_text(f"record;title;issued_date\n{record};OSHA;2014\nR99999;OSHA;?\n", encoding="utf-8")
    take(shots, {
        "bulk": bulk, "templates": kept, "save-template": SaveTemplate("OSHA", values, (), window),
        "apply-template": ApplyTemplate(session, ids, every, parent=window),
        "sheet": DescriptionSheet(
            session, sheet, {"record": "record", "title": "title", "issued_date": "issued_date"}, window
        ),
    })  # fmt: skip
    sheet.unlink()


def finding_dialogs(shots: Shots) -> None:
    """Tags for several records, all tags, a name for a search, a note, the report on a list of queries."""
    from archive_app.domain.findings import BatchReport, BatchRow
    from archive_app.gui.dialogs.ask_words import AskWords
    from archive_app.gui.dialogs.description.tagging import TagRecords
    from archive_app.gui.dialogs.description.tags import Tags
    from archive_app.gui.dialogs.search.batch_report import BatchReported
    from archive_app.services.description.tagging import TagCount

    window = shots.window
    rows = (BatchRow(2, "pay", "wage theft", records=14, pages=31), BatchRow(3, "", "wage (", fault="?"))
    tags = Tags(True, window)
    tags.show_tags([TagCount("hearing", 3), TagCount("to quote", 12)])
    take(shots, {
        "tag-records": TagRecords({"hearing": 3, "to quote": 1, "cited": 0}, 3, window), "tags": tags,
        "name": AskWords("Convenio", "Convenio", "wage theft", told="wage theft · 2012", parent=window),
        "note": AskWords("Convenio", "Convenio", told="for three years", long=True, parent=window),
        "batch": BatchReported(BatchReport("Convenio", "", (), rows), window),
    })  # fmt: skip


def comparison(shots: Shots) -> None:
    """What changed between the two papers of a chain whose later one has most in common with the earlier."""
    from archive_app.gui.models.tracking.agreements import read

    rows = read(shots.window.session.archive, shots.window.session.on)
    later = next(row.agreement for row in rows if row.place == (2, 2) and row.agreement.renews)
    dialog = shots.window.comparing.compare(later.records[0])
    shots.settle()
    shots.save("comparison", dialog)
    dialog.reject()


def keeping_dialogs(shots: Shots) -> None:
    """What is asked before a folder is watched, a bag written, or copies are planned; and before bodies come in."""
    from archive_app.gui.dialogs.intake.watch_folder import WatchFolder
    from archive_app.gui.dialogs.preservation.backup_plan import BackupPlan
    from archive_app.gui.dialogs.preservation.export_bag import ExportBag
    from archive_app.gui.dialogs.preservation.found_by_check import FoundByCheck
    from archive_app.gui.dialogs.units.choose_unit import ChooseUnit
    from archive_app.services.preservation.backups import Schedule

    window = shots.window
    read = window.places.arrangement.read
    take(shots, {
        "choose-unit": ChooseUnit("…", read, parent=window), "found-by-check": FoundByCheck((), "…", window),
        "dialog-backup-plan": BackupPlan(Schedule(), window), "dialog-bag": ExportBag(2, window),
        "dialog-watch-folder": WatchFolder(Path.home(), window),
    })  # fmt: skip
