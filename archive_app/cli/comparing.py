"""compare."""

from __future__ import annotations

from argparse import Namespace

from archive_app import bootstrap
from archive_app.cli.output import print_json, say

SIGNS = {"same": " ", "changed": "~", "moved": "↕", "added": "+", "removed": "-"}
MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


def compare(arguments: Namespace) -> int:
    from archive_app.services.tracking import comparing

    with bootstrap.opened(arguments.archive) as archive:
        if arguments.output:
            comparing.export(archive, arguments.earlier, arguments.later, arguments.output, language=arguments.language)
            if not arguments.json:
                say(f"Wrote {arguments.output}.")
                return 0
        found = comparing.compared(archive, arguments.earlier, arguments.later)
    if arguments.json:
        print_json(comparing.as_json(found))
        return 0
    if found.remark:
        say(found.remark)
    for change in found.changes:
        if change.change != "same":
            words = " ".join(MARKS[run.op].format(run.text) for run in change.words)
            say(f"{SIGNS[change.change]} {'(moved) ' if change.moved else ''}{words}")
    say(", ".join(f"{count} {kind}" for kind, count in found.counts.items()))
    return 0
