"""Makes holdings for the tests of exports, and the texts that a file must bear."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from archive_app.domain.coverage import coverage
from archive_app.domain.fact import Relation
from archive_app.domain.history import Described
from archive_app.domain.record import Record, State
from archive_app.exports import EXPORTERS
from archive_app.exports.holdings import Holdings
from tests.domain.histories import AUTHORITIES, history, paper

ON = date(2026, 11, 22)
AUSTIN, LAREDO = "OSHA/austin CON/austin", "OSHA/austin CON/laredo"

#: What turns up in titles and names: controls, quotes, line breaks, marks of other formats, emoji, halves of letters.
TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.sampled_from("a ñ—,;:\\\"'<>&|=@\r\n\t\x00\x1b\x85\u2028\ufffe\ud800🤝{}%"), max_size=300),
    st.sampled_from(
        ["x" * 3000, "😀" * 200, "]]>", "ER  - \r\nTY  - JOUR", "END:VCALENDAR", "</style><b>", "=1+1", ""]
    ),
)


def gathered(*papers: Described, title: str = "Papers", left_out: int = 0) -> Holdings:
    """Holdings of these papers, with the agreements among them."""
    agreements = history(*papers).agreements
    records = tuple((record(one.record, one.filename), one.description) for one in papers)
    originals = {one.record: Path("/kept") / one.filename for one in papers}
    return Holdings(title, ON, AUTHORITIES, agreements, records, originals, coverage(agreements, ON), left_out)


def record(id: str, filename: str, parent: str | None = None) -> Record:
    return Record(id, "0" * 64, "application/pdf", 1234, filename, f"originals/{id}.pdf", False,
                  "2026-11-22T10:00:00+00:00", State.DESCRIBED, 3, parent=parent)  # fmt: skip


def with_text(text: str) -> Holdings:
    """An agreement, a release and a letter that bear a text wherever one can stand."""
    cited = Relation("renews", text, "2009")
    papers = [
        paper("R1", AUSTIN, "2024-11-03", years=3, title=text, relations=(cited,), place=text, reference_number=text),
        paper("R2", "OSHA", kind="press release", title=text, issuer=text, issued_date="2024-11"),
        paper("R3", "", kind="correspondence", title=text, sender=text, recipient=text, issued_date="2024"),
    ]
    told = gathered(*papers, title=text)
    return Holdings(
        text, ON, told.authorities, told.agreements,
        tuple((record(one.id, text), description) for one, description in told.records),
        told.originals, told.coverage, 1, text,
    )  # fmt: skip


def exported(format: str, holdings: Holdings, folder: Path) -> str:
    """What an exporter writes, with its own line breaks."""
    file = folder / "exported"
    EXPORTERS[format](holdings, file)
    return file.read_bytes().decode("utf-8")
