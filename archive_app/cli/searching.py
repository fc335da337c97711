"""search, concordance, batch."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from archive_app import bootstrap
from archive_app.cli.output import clean, plain_snippet, print_json, say, several
from archive_app.cli.progress import Stoppable, progress_for, stopping
from archive_app.domain.search import Question
from archive_app.errors import UsageError

if TYPE_CHECKING:
    from archive_app.domain.findings import Histogram, InContext, Inquiry
    from archive_app.services.archive import Archive
    from archive_app.services.search.searching import Found, Hit

#: Characters of a line of a concordance on either side, and of a bar of a histogram at its longest.
_SIDE, _BAR = 46, 40


@contextmanager
def opened(arguments: Namespace, *, writable: bool = False) -> Iterator[tuple[Archive, Stoppable]]:
    """The archive, with the progress of an index that has to be made anew first, and of what is done then."""
    progress = progress_for(arguments)
    with stopping(progress), bootstrap.opened(arguments.archive, writable=writable, progress=progress) as archive:
        progress.close()
        try:
            yield archive, progress
        finally:
            progress.close()


def meant_by(archive: Archive, query: str) -> list[str]:
    """The records that a query finds, which are to be changed. Raises UsageError for one that asks for nothing."""
    from archive_app.services.search import searching

    if not query.strip():
        raise UsageError("The query is empty, which would mean every record; write one that finds those you mean.")
    return list(searching.matching(archive, Question(query)).pages)


def search(arguments: Namespace) -> int:
    from archive_app.services.search import saved_searches, searching

    with opened(arguments, writable=arguments.save is not None) as (archive, progress):
        question = _question(archive, arguments)
        found = searching.ask(
            archive, question, limit=arguments.limit, offset=arguments.offset,
            facets=arguments.facets or arguments.histogram,
        )  # fmt: skip
        _warn(found)
        if arguments.save is not None:
            saved_searches.save(archive, arguments.save, question, replace=arguments.replace)
        if arguments.output:
            _write_results(archive, question, arguments, progress)
        if arguments.json:
            print_json(_as_json(archive, question, found, arguments))
            return 0
        if arguments.output:
            return 0
        _tell(archive, question, found, arguments)
        _note(archive, question, found)
        if arguments.save is not None:
            say(f"\nSaved as “{arguments.save}”.")
    return 0


def _question(archive: Archive, arguments: Namespace) -> Question:
    """What is asked: a saved search as it was saved but for what is said otherwise, or the query with its switches."""
    from archive_app.services.search import saved_searches

    if arguments.saved is None:
        chosen = _chosen(archive, arguments.only)
        return Question(arguments.query, arguments.expand, arguments.sort or "relevance", chosen)
    kept = saved_searches.find(archive, arguments.saved).question
    query = " ".join(f"({part})" for part in (kept.query, arguments.query) if part and part.strip())
    filters = {**kept.filters, **_chosen(archive, arguments.only)}
    return Question(query, kept.expand and arguments.expand, arguments.sort or kept.sort, filters, kept.plain)


def _chosen(archive: Archive, only: list[str]) -> dict[str, frozenset[str]]:
    """Facet values as they are typed; of an agency, named in any way, with all its offices."""
    chosen: dict[str, frozenset[str]] = {}
    for each in only:
        facet, sign, value = each.partition("=")
        if not sign or not value:
            raise UsageError(f"“{each}” narrows nothing; write it like kind=complaint.")
        chosen[facet] = chosen.get(facet, frozenset()) | _values(archive, facet, value)
    return chosen


def _values(archive: Archive, facet: str, value: str) -> frozenset[str]:
    """What a facet holds where a person writes this. Raises UsageError for what it can never hold."""
    from archive_app.services import typed_values

    if facet == "agency":
        return _with_offices(archive, value)
    if facet in ("kind", "language"):
        return frozenset({typed_values.chosen(facet, value, archive.resources)})
    if facet == "year" and not (value.isdecimal() and len(value) == 4):
        raise UsageError(f"“{value}” is not a year; write it like year=2014.")
    if facet == "reviewed" and value not in ("yes", "no"):
        raise UsageError(f"“{value}” cannot be what is reviewed; write reviewed=yes or reviewed=no.")
    return frozenset({value})


def _with_offices(archive: Archive, agency: str) -> frozenset[str]:
    from archive_app.services.tracking import agreements

    body = agreements.find_body(archive, agency).id
    return frozenset(id for id in archive.authorities.records if archive.authorities.is_within(id, body))


def _warn(found: Found) -> None:
    """What a person should know of an answer, beside it."""
    for remark in (*found.remarks, *([found.index.sentence()] if found.index else [])):
        print(clean(remark), file=sys.stderr)


def _note(archive: Archive, question: Question, found: Found) -> None:
    """Programs ask for JSON, and are not noted."""
    from archive_app.services.search import search_history

    search_history.note(archive, question, found.total)


def _write_results(archive: Archive, question: Question, arguments: Namespace, progress: Stoppable) -> None:
    from archive_app.services.search import results

    written = results.export(archive, question, arguments.output, progress)
    if not arguments.json:
        say(f"Wrote {arguments.output}: {several(len(written.records), 'record')}.{_left_out(written.inquiry)}")


def _left_out(inquiry: Inquiry) -> str:
    return f" Left out: {several(inquiry.left_out, 'restricted record')}." if inquiry.left_out else ""


def _as_json(archive: Archive, question: Question, found: Found, arguments: Namespace) -> dict[str, Any]:
    from archive_app.services.search import searching

    told = searching.as_json(found)
    if not arguments.facets:
        told["facets"] = {}
    if arguments.histogram:
        from archive_app.services.search import histograms

        told["histogram"] = histograms.as_json(histograms.of(found.facets, found.total))
    if arguments.pages:
        _add_matches(archive, question, told["hits"])
    if arguments.why:
        _add_reasons(archive, question, told["hits"])
    return told


def _add_matches(archive: Archive, question: Question, hits: list[dict[str, Any]]) -> None:
    from archive_app.services.search import matches

    found = matches.of_records(archive, question, {hit["record"]: hit["pages"] for hit in hits})
    for hit in hits:
        hit["matches"] = [{"page": one.page, "snippet": one.snippet} for one in found[hit["record"]]]


def _add_reasons(archive: Archive, question: Question, hits: list[dict[str, Any]]) -> None:
    from archive_app.services.search import matches

    for hit in hits:
        reasons = matches.why(archive, question, hit["record"])
        hit["why"] = [{**matches.reason_json(one), "sentence": matches.reason_text(one)} for one in reasons]


def _tell(archive: Archive, question: Question, found: Found, arguments: Namespace) -> None:
    _tell_asked(found)
    for hit in found.hits:
        say(f"\n{hit.record}  {hit.title}")
        _tell_hit(archive, question, hit, arguments)
    if arguments.histogram:
        from archive_app.services.search import histograms

        _tell_years(histograms.of(found.facets, found.total))
    if arguments.facets:
        _tell_facets(archive, found)


def _tell_asked(found: Found) -> None:
    """How much was found for what."""
    asked = f" for {found.understood}" if found.understood else ""
    say(f"{several(found.total, 'record')}{asked} ({found.seconds * 1000:.0f} ms)")
    if found.expanded:
        say("Also looked for: " + "; ".join(f"{t} as {', '.join(names)}" for t, names in found.expanded.items()))
    if found.suggestion:
        say(f"Did you mean: {found.suggestion}")


def _tell_hit(archive: Archive, question: Question, hit: Hit, arguments: Namespace) -> None:
    on = "" if hit.page is None else f", page {hit.page}"
    others = [page for page in hit.pages if page != hit.page]
    more = f" (also {'page' if len(others) == 1 else 'pages'} {_few(others)})" if others else ""
    say(f"        {hit.kind or 'kind not read'}, {hit.date or 'undated'}{on}{more}")
    bold = sys.stdout.isatty()
    if arguments.pages and hit.pages:
        from archive_app.services.search import matches

        for one in matches.of_record(archive, question, hit.record):
            print(f"        p. {one.page}: {plain_snippet(one.snippet, bold)}")
    else:
        print(f"        {plain_snippet(hit.snippet, bold)}")
    if arguments.why:
        from archive_app.services.search import matches

        reasons = matches.why(archive, question, hit.record)
        say(f"        why: {matches.reasons_text(reasons) or 'the query asks for no word'}")


def _few(pages: list[int], most: int = 8) -> str:
    return ", ".join(map(str, pages[:most])) + (f" and {len(pages) - most} more" if len(pages) > most else "")


def _tell_years(found: Histogram) -> None:
    say("\nBy year:")
    most = max((number for _, number in found.years), default=0)
    for year, number in found.years:
        bar = "█" * max(1, round(_BAR * number / most)) if number else ""
        say(f"  {year}  {number:>6}  {bar}".rstrip())
    if found.undated:
        say(f"  undated {found.undated:>4}")


def _tell_facets(archive: Archive, found: Found) -> None:
    from archive_app.services.search import searching

    for name, values in found.facets.items():
        shown = [f"{searching.facet_label(archive.authorities, name, v)} {n}" for v, n in list(values.items())[:6]]
        say(f"\n{name}: {', '.join(shown) or '–'}")


def concordance(arguments: Namespace) -> int:
    from archive_app.services.search import concordance as service
    from archive_app.services.search import searching

    with opened(arguments) as (archive, progress):
        question = Question(arguments.query, arguments.expand, filters=_chosen(archive, arguments.only))
        if arguments.output is None and not arguments.json:
            _tell_asked(searching.ask(archive, question, limit=0))
        options = {"sort": arguments.sort, "around": arguments.around, "progress": progress}
        if arguments.output and arguments.limit:
            raise UsageError("A file holds every place; leave --limit out, or print without a file.")
        if arguments.output:
            inquiry, count = service.export(archive, question, arguments.output, **options)
            if not arguments.json:
                say(f"Wrote {arguments.output}: {several(count, 'place')}.{_left_out(inquiry)}")
        if arguments.json or not arguments.output:
            _print_places(islice(service.lines(archive, question, **options), arguments.limit), arguments.json)
    return 0


def _print_places(lines: Iterable[InContext], as_json: bool) -> None:
    from archive_app.services.search import concordance as service

    count, records = 0, set()
    for count, line in enumerate(lines, 1):  # noqa: B007
        records.add(line.record)
        if as_json:
            print_json(service.line_json(line))
        else:
            say(_in_context(line))
    if not as_json:
        say(f"{several(count, 'place')} in {several(len(records), 'record')}")


def _in_context(line: InContext) -> str:
    before = clean(line.before)[-_SIDE:].rjust(_SIDE)
    after = clean(line.after)[:_SIDE].ljust(_SIDE)
    return f"{before}  {clean(line.keyword)}  {after}  {line.record} p. {line.page}, {line.date or 'undated'}"


def batch(arguments: Namespace) -> int:
    from archive_app.services.search import batches

    if arguments.output:
        batches.form_of(arguments.output)
    queries = batches.read(arguments.file)
    with opened(arguments) as (archive, progress):
        report = batches.run(
            archive, queries, facets=arguments.facets, expand=arguments.expand, progress=progress
        )  # fmt: skip
    if arguments.output:
        batches.write(report, arguments.output)
    if report.remark:
        print(clean(report.remark), file=sys.stderr)
    if arguments.json:
        print_json(batches.as_json(report))
    else:
        for row in report.rows:
            told = row.fault or f"{several(row.records, 'record')}, {several(row.pages, 'page')}"
            say(f"{row.name or f'line {row.line}'}: {row.query}: {told}")
        where = f" Wrote {arguments.output}." if arguments.output else ""
        asked = several(len(report.rows), "query", "queries")
        say(f"{asked} asked, {report.faults} that could not be read.{where}")
    return 1 if report.faults else 0
