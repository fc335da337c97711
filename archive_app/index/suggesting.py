"""“Did you mean”: words of a query that nothing has, replaced by the nearest the index knows."""

from __future__ import annotations

from archive_app.index.distance import near
from archive_app.index.matching import ANYWHERE, FIELDS_KEPT, Matcher
from archive_app.index.query import in_words
from archive_app.index.query.syntax import And, Match, Node, Or, Phrase, Word, joined, leaves
from archive_app.index.snapshot import Snapshot
from archive_app.index.words import SMALL

_MOST_EDITS = 2
#: Letters from which a word may have two faults: with five, “theft” would be “the”.
_LONG = 6


def suggest(snapshot: Snapshot, matcher: Matcher, node: Node, query: str) -> str | None:
    """The query as typed with every unknown word replaced; None where all words are known or one has no neighbour."""
    corrected = query
    # From the end, so that the places of earlier words stay right.
    for leaf in sorted((leaf for leaf in leaves(node) if isinstance(leaf, (Word, Phrase))), key=_start, reverse=True):
        if matcher.found(leaf).records:
            continue
        replaced = _replaced(snapshot, leaf)
        if replaced is None:
            return None
        start, end = leaf.span
        corrected = corrected[:start] + replaced + corrected[end:]
    return corrected if corrected != query else None


def _start(leaf: Word | Phrase) -> int:
    return leaf.span[0]


def _replaced(snapshot: Snapshot, leaf: Word | Phrase) -> str | None:
    names = FIELDS_KEPT[leaf.field] if leaf.field else ANYWHERE
    if isinstance(leaf, Word):
        if leaf.match in (Match.PREFIX, Match.NEARLY):
            return None
        return _nearest(snapshot, names, leaf.form)
    known = [form if _known(snapshot, names, form) else _nearest(snapshot, names, form) for form in leaf.forms]
    if None in known or known == list(leaf.forms):
        # They are known, but do not stand so: no other word would help.
        return None
    apart = "" if leaf.apart is None else f"~{leaf.apart}"
    return f'"{" ".join(form for form in known if form)}"{apart}'


def _known(snapshot: Snapshot, names: tuple[str, ...], form: str) -> bool:
    return any(snapshot.frequency(name, form) for name in names)


def _nearest(snapshot: Snapshot, names: tuple[str, ...], form: str) -> str | None:
    """The form with the fewest edits, of these the most frequent. The first letter is taken to be right."""
    most = 1 if len(form) < _LONG else _MOST_EDITS
    candidates = {other for name in names for other in snapshot.forms(name, form[0])} - {form}
    close = sorted(near(form, candidates, most))
    if not close:
        return None
    fewest = [other for edits, other in close if edits == close[0][0]]
    return max(fewest, key=lambda other: sum(snapshot.frequency(name, other) for name in names))


def loosen(matcher: Matcher, node: Node) -> str | None:
    """Any of the words that a query wants all of, for who remembers them by half; None where that finds nothing more.

    Small words (of, the) and those that nothing has are left out; what narrows by a day or a kind stays as it was.
    """
    if not isinstance(node, And):
        return None
    kept = [part for part in node.parts if not isinstance(part, (Word, Phrase))]
    known = [part for part in node.parts if isinstance(part, (Word, Phrase)) and _tells(part) and matcher.records(part)]
    loose = joined(And, [joined(Or, known), *kept]) if known else None
    return in_words(loose) if loose and matcher.records(loose) else None


def _tells(leaf: Word | Phrase) -> bool:
    return isinstance(leaf, Phrase) or leaf.form not in SMALL
