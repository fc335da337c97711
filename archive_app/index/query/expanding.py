"""A query widened by a thesaurus: who asks for wage theft finds robo de salario too.

A term is taken at its word: it is recognised in a query, and looked for in texts, in singular and plural and no other
form. By their stems, employer would be employment, and everybody who works a worker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from archive_app.index.inflections import inflected
from archive_app.index.query.syntax import And, Leaf, Match, Node, Not, Or, Phrase, Word, joined
from archive_app.index.words import words

Forms = tuple[str, ...]
#: Singular and plural of a word agree in so many letters, few words of a thesaurus do.
_KEPT = 2


class Thesaurus:
    """Terms that mean the same, in any language. Made once, used for many searches."""

    def __init__(self, rings: Iterable[Sequence[str]], plain: Iterable[str] = ()) -> None:
        """Each ring is a concept's terms. A term that stands in several rings means all of them.

        Terms of ``plain`` are taken as they are typed, whatever rings they stand in.
        """
        self._plain = [tuple(words(term)) for term in plain]
        self._rings = [[(term, tuple(words(term))) for term in ring] for ring in rings]
        self._likely: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        for number, ring in enumerate(self._rings):
            for key in {_key(forms) for _, forms in ring}:
                self._likely[key].append(number)
        self.longest = max((length for length, _ in self._likely), default=0)

    def is_plain(self, forms: Sequence[str]) -> bool:
        """Whether these words are to be taken as they are typed."""
        return any(_same(tuple(forms), each) for each in self._plain)

    def others(self, forms: Iterable[str]) -> tuple[str, tuple[str, ...]] | None:
        """The term that these words are, with all other terms for it; None where they are none."""
        asked = tuple(forms)
        spelling, found = "", dict[str, None]()
        for number in self._likely.get(_key(asked), ()):
            ring = self._rings[number]
            here = next((term for term, other in ring if _same(asked, other)), None)
            if here is not None:
                spelling = spelling or here
                found |= dict.fromkeys(term for term, other in ring if not _same(asked, other))
        return (spelling, tuple(found)) if found else None


def _key(forms: Forms) -> tuple[int, str]:
    return len(forms), forms[0][:_KEPT] if forms else ""


def _same(one: Forms, other: Forms) -> bool:
    """Whether these are the same words, each in singular or plural."""
    return len(one) == len(other) and all(form in inflected(its) for form, its in zip(one, other, strict=True))


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
                forms = [part.form for part in run if isinstance(part, Word)]
                wider = original if self.thesaurus.is_plain(forms) else self._with_others(forms, original)
                if wider:
                    return length, wider
        part = parts[place]
        return 1, part if isinstance(part, (Not, Word)) else self.widen(part)

    def _with_others(self, forms: Iterable[str], original: Node) -> Node | None:
        asked = tuple(forms)
        found = None if self.thesaurus.is_plain(asked) else self.thesaurus.others(asked)
        if found is None:
            return None
        term, others = found
        self.expanded[term] = list(others)
        return joined(Or, [original, *(_leaf(other, term) for other in others)])


def _is_plain(part: Node) -> bool:
    return isinstance(part, Word) and part.match is Match.STEM and part.field is None


def _leaf(name: str, term: str) -> Leaf | None:
    """Another name as it is looked for beside the term that was typed."""
    forms = tuple(words(name))
    if len(forms) > 1:
        return Phrase(forms, match=Match.INFLECTED, other_for=term)
    return Word(forms[0], Match.INFLECTED, other_for=term) if forms else None
