"""A query widened by a thesaurus: who asks for wage theft finds robo de salario too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from archive_app.index.query.syntax import And, Leaf, Match, Node, Not, Or, Phrase, Word, joined
from archive_app.index.stems import stem
from archive_app.index.words import words

Key = tuple[str, ...]


class Thesaurus:
    """Terms that mean the same, in any language, by the stems of their words. Made once, used for many searches."""

    def __init__(self, rings: Iterable[Sequence[str]]) -> None:
        """Each ring is a concept's terms. A term that stands in several rings means all of them."""
        self._terms: dict[Key, tuple[str, ...]] = {}
        self._spelling: dict[Key, str] = {}
        for ring in rings:
            keys = {term: _key(words(term)) for term in ring}
            for term, key in keys.items():
                # Terms that differ in nothing but their endings are found as one anyway.
                others = [other for other in ring if keys[other] != key]
                self._terms[key] = tuple(dict.fromkeys((*self._terms.get(key, ()), *others)))
                self._spelling.setdefault(key, term)
        self.longest = max(map(len, self._terms), default=0)

    def others(self, forms: Iterable[str]) -> tuple[str, tuple[str, ...]] | None:
        """The term that these words are, with all other terms for it; None where they are none."""
        key = _key(forms)
        found = self._terms.get(key)
        return (self._spelling[key], found) if found else None


@dataclass(slots=True)
class Widening:
    """Widens trees, and keeps which terms it widened by which."""

    thesaurus: Thesaurus
    expanded: dict[str, list[str]] = field(default_factory=dict)

    def widen(self, node: Node) -> Node:
        """The tree with every term of the thesaurus as one of its terms. What is excluded stays exactly as it is."""
        match node:
            case And():
                return joined(And, self._runs(node.parts)) or node
            case Or():
                return joined(Or, [self.widen(part) for part in node.parts]) or node
            case Word():
                return self._runs((node,))[0]
            case Phrase(apart=None, field=None):
                return self._with_others(node.forms, node) or node
        return node

    def _runs(self, parts: Sequence[Node]) -> list[Node]:
        """Parts that all must hold; words beside each other that are a term are taken together, the longest first."""
        widened: list[Node] = []
        place = 0
        while place < len(parts):
            length, part = self._term_at(parts, place)
            widened.append(part)
            place += length
        return widened

    def _term_at(self, parts: Sequence[Node], place: int) -> tuple[int, Node]:
        for length in range(min(self.thesaurus.longest, len(parts) - place), 0, -1):
            run = parts[place : place + length]
            if all(_is_plain(part) for part in run):
                original = joined(And, run)
                assert original is not None
                wider = self._with_others([part.form for part in run if isinstance(part, Word)], original)
                if wider:
                    return length, wider
        part = parts[place]
        return 1, part if isinstance(part, (Not, Word)) else self.widen(part)

    def _with_others(self, forms: Iterable[str], original: Node) -> Node | None:
        found = self.thesaurus.others(forms)
        if found is None:
            return None
        term, others = found
        self.expanded[term] = list(others)
        return joined(Or, [original, *(_leaf(other) for other in others)])


def _key(forms: Iterable[str]) -> Key:
    return tuple(stem(form) for form in forms)


def _is_plain(part: Node) -> bool:
    return isinstance(part, Word) and part.match is Match.STEM and part.field is None


def _leaf(term: str) -> Leaf | None:
    forms = tuple(words(term))
    if len(forms) > 1:
        return Phrase(forms)
    return Word(forms[0]) if forms else None
