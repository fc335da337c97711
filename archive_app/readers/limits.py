"""How much a single file may hold before it is refused: no honest paper comes near, a hostile one stops here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive_app.errors import ReadingError

MOST_TEXT = 50_000_000
MOST_PAGES = 5_000


def counted(texts: Iterable[str]) -> Iterator[str]:
    """The texts, up to as much as one file may hold. Raises ReadingError beyond."""
    total = 0
    for text in texts:
        total += len(text)
        if total > MOST_TEXT:
            raise too_large(f"more than {MOST_TEXT // 1_000_000} million characters of text")
        yield text


def too_large(what: str) -> ReadingError:
    return ReadingError("reading", f"The file holds {what}.", "Divide it into smaller files, then add those.")


def broken(what: str, detail: object = "") -> ReadingError:
    """The file is damaged or cut off; ``what`` is how its kind is called, with its article."""
    reason = f" ({' '.join(str(detail).split()).rstrip('.')})" if str(detail) else ""
    return ReadingError(
        "reading",
        f"The file is damaged or incomplete and cannot be read as {what}{reason}.",
        "Look for a whole copy of it, or open it in another program and save it anew.",
    )


def encrypted() -> ReadingError:
    return ReadingError(
        "reading", "The file is protected by a password.", "Save a copy without the password and add that."
    )


def empty() -> ReadingError:
    return ReadingError("reading", "The file is empty.", "Look for a whole copy of it.")
