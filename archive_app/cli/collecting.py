"""searches, tag, tags, note, notes: what a person keeps of what was found."""

from __future__ import annotations

from argparse import Namespace

from archive_app import bootstrap
from archive_app.cli.output import print_json, say, several, table
from archive_app.cli.searching import meant_by, opened
from archive_app.errors import UsageError


def searches(arguments: Namespace) -> int:
    if arguments.recent or arguments.forget_recent or arguments.remember:
        return _recent(arguments)
    from archive_app.services.search import saved_searches as service

    writes = bool(arguments.rename or arguments.delete)
    with opened(arguments, writable=writes) as (archive, progress):
        if arguments.rename:
            name, new = arguments.rename
            service.rename(archive, service.find(archive, name).id, new)
        if arguments.delete:
            service.delete(archive, service.find(archive, arguments.delete).id)
        listed = service.listing(archive, progress=progress)
    if arguments.json:
        print_json([service.as_json(one) for one in listed])
        return 0
    for one in listed:
        narrowed = "".join(f" [{facet}: {', '.join(sorted(v))}]" for facet, v in one.saved.question.filters.items())
        found = one.fault or several(one.records or 0, "record")
        table([(one.saved.name, found, one.saved.question.query + narrowed)], (28, 14))
    say(several(len(listed), "saved search", "saved searches"))
    return 0


def _recent(arguments: Namespace) -> int:
    from archive_app.services.search import search_history as service

    with bootstrap.opened(arguments.archive) as archive:
        if arguments.forget_recent:
            service.clear(archive)
        if arguments.remember:
            service.switch(archive, arguments.remember == "on")
        asked, on = service.recent(archive), service.is_on(archive)
    if arguments.json:
        print_json([service.as_json(one) for one in asked])
        return 0
    for one in asked:
        table([(one.at[:16].replace("T", " "), several(one.records, "record"), one.question.query)], (16, 14))
    say(f"{len(asked)} kept; what is asked is {'kept' if on else 'not kept'} from now on.")
    return 0


def tag(arguments: Namespace) -> int:
    from archive_app.services.description import tagging

    if not arguments.add and not arguments.remove:
        raise UsageError("No tag was named; write --add T or --remove T.")
    with opened(arguments, writable=True) as (archive, progress):
        ids = list(arguments.records or ())
        if arguments.query is not None:
            ids += meant_by(archive, arguments.query)
        changed = tagging.change(archive, ids, add=arguments.add, remove=arguments.remove, progress=progress).records
    say(f"{several(len(changed), 'record')} changed, {len(set(ids)) - len(changed)} already so.")
    return 0


def tags(arguments: Namespace) -> int:
    from archive_app.services.description import tagging

    if bool(arguments.merge) != bool(arguments.into):
        raise UsageError("Tags are merged into one; write --merge T T --into T.")
    writes = bool(arguments.rename or arguments.merge or arguments.remove)
    with opened(arguments, writable=writes) as (archive, progress):
        changed = None
        if arguments.rename:
            changed = tagging.rename(archive, *arguments.rename, progress=progress)
        elif arguments.merge:
            changed = tagging.merge(archive, arguments.merge, arguments.into, progress=progress)
        elif arguments.remove:
            changed = tagging.remove(archive, arguments.remove, progress=progress)
        counts = tagging.counts(archive)
    if arguments.json:
        print_json([{"tag": one.tag, "records": one.records} for one in counts])
        return 0
    if changed is not None:
        say(f"{several(len(changed.records), 'record')} changed.")
    table(((one.records, one.tag) for one in counts), (6,))
    say(several(len(counts), "tag"))
    return 0


def note(arguments: Namespace) -> int:
    from archive_app.services.description import noting

    with opened(arguments, writable=True) as (archive, _):
        page, span = arguments.page, None
        if arguments.words:
            page, span = noting.find_words(archive, arguments.record, arguments.words, page)
        kept = noting.add(archive, arguments.record, arguments.text, page=page, span=span,
                          highlight=arguments.highlight)  # fmt: skip
    what = "Highlight" if kept.highlight else "Note"
    say(f"{what} {kept.id} stands beside {_place(kept.record, kept.page, kept.quote)}.")
    return 0


def notes(arguments: Namespace) -> int:
    from archive_app.services import kept_notes, records
    from archive_app.services.description import noting

    with opened(arguments, writable=bool(arguments.change or arguments.remove)) as (archive, _):
        if arguments.change:
            number, text = arguments.change
            if not number.isdecimal():
                raise UsageError(f"“{number}” is not the number of a note; “notes” shows all there are.")
            noting.change(archive, int(number), text)
        if arguments.remove:
            noting.remove(archive, arguments.remove)
        if arguments.record:
            records.described(archive, arguments.record)  # tells where there is none
            kept = kept_notes.of(archive, arguments.record)
        else:
            kept = kept_notes.listing(archive)
    if arguments.json:
        print_json([records.note_json(one) for one in kept])
        return 0
    for one in kept:
        marked = f"{one.highlight}, " if one.highlight else ""
        say(f"{one.id}  {_place(one.record, one.page, one.quote)}, {marked}{one.by}, {one.at[:10]}")
        if one.text:
            say("    " + one.text.replace("\n", "\n    "))
    say(several(len(kept), "note"))
    return 0


def _place(record: str, page: int | None, quote: str | None) -> str:
    return record + (f", page {page}" if page else "") + (f", “{quote}”" if quote else "")
