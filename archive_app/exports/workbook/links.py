"""What joins the papers: each link with its score, the words it rests on, and who decided about it."""

from __future__ import annotations

from archive_app.domain.links import REASONS, Link
from archive_app.exports.holdings import Holdings
from archive_app.exports.workbook.book import Book
from archive_app.exports.workbook.proof import Proof
from archive_app.exports.workbook.table import Column

COLUMNS = (
    Column("Later paper", 12), Column("Relation", 14), Column("Earlier paper", 12), Column("Earlier agreement", 12),
    Column("How it was found", 14), Column("Score", 8), Column("Standing", 12), Column("Why", 50, True),
    Column("Said in", 10), Column("Page", 6), Column("Quoted words", 70, True), Column("Decided by", 16),
    Column("Decided at", 22),
)  # fmt: skip


def add(book: Book, holdings: Holdings, proof: Proof) -> None:
    book.table(
        "Links", COLUMNS, (_row(holdings, proof, link) for link in holdings.links), len(holdings.links), frozen=3
    )


def _row(holdings: Holdings, proof: Proof, link: Link) -> list[object]:
    say, first = holdings.labels.say, link.quotes[0] if link.quotes else None
    decided = (link.decision.by, link.decision.at) if link.decision else (None, None)
    words = " … ".join(f"“{quote.words}” ({quote.record}, {say('page')} {quote.page})" for quote in link.quotes)
    return [
        proof.record(link.record), say(link.type), proof.record(link.target), proof.agreement(link.earlier),
        say(link.basis), link.score, say(str(link.standing)), "; ".join(say(REASONS[one]) for one in link.reasons),
        first.record if first else None, first.page if first else None, words or None, *decided,
    ]  # fmt: skip
