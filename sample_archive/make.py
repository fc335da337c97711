"""Makes the specimen documents again: `python sample_archive/make.py [FOLDER]`.

Without a folder the files of this one are rewritten: documents/, expected.json and the
table of the README. With one, documents/ and expected.json are written there.
"""

from __future__ import annotations

import sys
from pathlib import Path

from making.documents import write_documents
from making.expectations import write_expected, write_table
from making.paper import read_papers

HERE = Path(__file__).resolve().parent


def main(arguments: list[str]) -> None:
    target = Path(arguments[0]) if arguments else HERE
    papers = read_papers(HERE / "papers")
    write_documents(papers, target / "documents")
    write_expected(papers, target / "expected.json")
    if target == HERE:
        write_table(papers, HERE / "README.md")


if __name__ == "__main__":
    main(sys.argv[1:])
