"""cite, copies, and export ARCHIVE of single records: what leaves the archive for other programs and people."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence

from archive_app import bootstrap
from archive_app.cli.output import say, several
from archive_app.cli.progress import progress_for, stopping
from archive_app.errors import UsageError


def cite(arguments: Namespace) -> int:
    from archive_app.services.sharing import citing

    with bootstrap.opened(arguments.archive) as archive:
        made = citing.cited(archive, arguments.records, arguments.style, language=arguments.language,
                            named=arguments.include)  # fmt: skip
    if made.text:
        print(made.text.rstrip("\r\n"))
    if made.left_out:
        print(_left_out(made.left_out), file=sys.stderr)
    return 0


def copies(arguments: Namespace) -> int:
    from archive_app.services.sharing import handing_out

    with bootstrap.opened(arguments.archive) as archive:
        made = handing_out.copies(archive, arguments.records, arguments.folder, named=arguments.include)
    for file in made.files:
        say(str(file))
    say(f"{several(len(made.files), 'file')} copied. {_left_out(made.left_out)}".rstrip())
    return 0


def export_records(arguments: Namespace) -> int:
    """``export ARCHIVE FORMAT FILE --record R``: a record with its evidence as PDF, or citations of records."""
    if arguments.format == "pdf":
        return _export_pdf(arguments)
    from archive_app.services.sharing import citing

    if arguments.format not in citing.STYLES:
        raise UsageError("Single records are written as ris, bibtex, csl-json or pdf; leave --record away for others.")
    with bootstrap.opened(arguments.archive) as archive:
        made = citing.write(archive, arguments.record, arguments.format, arguments.file, language=arguments.language,
                            named=arguments.include)  # fmt: skip
    number = len(dict.fromkeys(arguments.record)) - len(made.left_out)
    say(f"Wrote {arguments.file}: {several(number, 'record')}. {_left_out(made.left_out)}".rstrip())
    return 0


def _export_pdf(arguments: Namespace) -> int:
    from archive_app.services.sharing import evidence_sheets

    if len(arguments.record) != 1:
        raise UsageError("A PDF is of one record; write --record R00012.")
    progress = progress_for(arguments)
    with stopping(progress), bootstrap.opened(arguments.archive) as archive:
        sheet = evidence_sheets.export(
            archive, arguments.record[0], arguments.file, pages=arguments.page, language=arguments.language,
            named=arguments.include, annotated=not arguments.without_notes, progress=progress,
        )  # fmt: skip
    progress.close()
    say(f"Wrote {arguments.file}: {several(len(sheet.facts), 'fact')}, {several(len(sheet.pages), 'page')}."
        f"{_noted(len(sheet.notes), len(sheet.tags))}")  # fmt: skip
    return 0


def _noted(notes: int, tags: int) -> str:
    """That it tells what people noted: not everybody means that to go with the paper."""
    held = [several(number, name) for number, name in ((notes, "note"), (tags, "tag")) if number]
    return f" It tells {' and '.join(held)} too; --without-notes leaves them out." if held else ""


def _left_out(records: Sequence[str]) -> str:
    return f"Left out: {several(len(records), 'restricted record')} ({', '.join(records)})." if records else ""
