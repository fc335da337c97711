"""What the world does to an archive: ``python -m tests.benchmarks.faults [WORDS]``, as root on Linux.

A line for each fault gives what the program said; the archive is verified after each, and what could not be done is
done again once the fault is over. With WORDS, only faults that have them in their names. Exits with 1 where anything is
not as it should be: a traceback, more than one sentence, sums that do not hold, an archive not whole or not complete.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.faults import forbidden, full, stalled, together, unplugged
from tests.benchmarks.faults.place import Place, make_papers

Fault = Callable[[Place], None]
FAULTS: tuple[Fault, ...] = (
    full.full_while_originals_are_kept, full.full_while_the_index_is_written, full.full_while_papers_are_described,
    full.full_when_a_person_works, full.full_where_it_is_written_to, forbidden.a_disk_that_becomes_read_only,
    forbidden.what_another_person_owns, forbidden.papers_that_may_not_be_read, unplugged.the_disk_of_the_papers_goes,
    unplugged.the_mounted_folder_itself_goes, unplugged.the_disk_of_linked_files_goes,
    unplugged.the_disk_of_the_archive_goes, unplugged.the_disk_that_is_the_archive_goes,
    stalled.a_network_folder_that_does_not_answer, stalled.a_network_folder_that_stalls,
    stalled.a_network_folder_that_is_cut_off, stalled.a_network_folder_whose_readers_cannot_be_killed,
    stalled.a_disk_of_the_archive_that_stalls, together.two_programs, together.two_windows,
)  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.faults", description=__doc__)
    parser.add_argument("words", nargs="*", help="only faults with these words in their names")
    arguments = parser.parse_args()
    if sys.platform != "linux" or os.geteuid():
        parser.error("disks are mounted by root alone, on Linux")
    chosen = [fault for fault in FAULTS if all(word in _name(fault) for word in arguments.words)]
    wrong = sum(_done(fault) for fault in chosen)
    print(f"{len(chosen)} done, {wrong} not as they should be")
    return 1 if wrong else 0


def _name(fault: Fault) -> str:
    return fault.__name__.replace("_", " ")


def _done(fault: Fault) -> int:
    """Does it in a folder of its own; how much was not as it should be."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        place = Place(Path(folder), make_papers(Path(folder, "papers")))
        print(_name(fault), flush=True)
        fault(place)
        return len(place.faults)


if __name__ == "__main__":
    sys.exit(main())
