"""Pieces to a tree. Words beside each other are all required; AND binds more tightly than OR, NOT the most.

The parser reads on after a fault in the nearest way it knows, so that a query that cannot be read comes back with one
that can: the tree it ended with, in words.
"""

from __future__ import annotations

from difflib import get_close_matches
from operator import itemgetter
from typing import NoReturn

from archive_app.index.folding import fold
from archive_app.index.query.faults import QueryFault, Wrong
from archive_app.index.query.leaves import Reading, leaf
from archive_app.index.query.lexer import Kind, Lexeme, lexemes
from archive_app.index.query.names import FIELDS
from archive_app.index.query.printing import in_words
from archive_app.index.query.syntax import And, Everything, Node, Not, Or, joined

_DEEPEST = 40
_VALUE = (Kind.WORD, Kind.QUOTED, Kind.OPEN)


def parse(query: str) -> Node:
    """The tree of a query; Everything for an empty one. Raises QueryFault with the first fault and a way out."""
    pieces = list(lexemes(query))
    if not pieces:
        return Everything()
    parser = _Parser(pieces, len(query))
    node = parser.whole()
    if node is None and not parser.faults:
        parser.fault(0, "no_word")
    if parser.faults:
        _raise(parser.faults, node)
    assert node is not None
    return node


def _raise(faults: list[tuple[int, Wrong]], node: Node | None) -> NoReturn:
    position, wrong = min(faults, key=itemgetter(0))
    raise QueryFault(position, wrong, in_words(node) if node else "")


class _Parser:
    def __init__(self, pieces: list[Lexeme], length: int) -> None:
        self._pieces = pieces
        self._next = 0
        self._length = length
        self._depth = 0
        self.faults: list[tuple[int, Wrong]] = []

    def fault(self, position: int, name: str, *operands: object) -> None:
        self.faults.append((position, (name, operands)))

    def _peek(self) -> Lexeme | None:
        return self._pieces[self._next] if self._next < len(self._pieces) else None

    def _at(self, kind: Kind, text: str | None = None) -> bool:
        piece = self._peek()
        return piece is not None and piece.kind is kind and (text is None or piece.text == text)

    def _take(self) -> Lexeme:
        piece = self._pieces[self._next]
        self._next += 1
        return piece

    def whole(self) -> Node | None:
        parts = [self._any_of(None)]
        while self._next < len(self._pieces):
            self.fault(self._take().start, "closed")
            parts.append(self._any_of(None))
        return joined(And, parts)

    def _any_of(self, field: str | None) -> Node | None:
        parts = [self._all_of(field)]
        while self._at(Kind.OPERATOR, "OR"):
            operator = self._take()
            part = self._all_of(field)
            if part is None or parts[-1] is None:
                self._lonely(operator)
            parts.append(part)
        return joined(Or, parts)

    def _all_of(self, field: str | None) -> Node | None:
        parts: list[Node | None] = []
        while (piece := self._peek()) and piece.kind is not Kind.CLOSE and not self._at(Kind.OPERATOR, "OR"):
            if self._at(Kind.OPERATOR, "AND"):
                self._take()
                before, after = bool(parts), self._peek()
                if not before or after is None or after.kind is Kind.CLOSE or after.text in ("AND", "OR"):
                    self._lonely(piece)
                continue
            parts.append(self._excluded(field))
        return joined(And, parts)

    def _lonely(self, operator: Lexeme) -> None:
        self.fault(operator.start, "lonely", operator.text)

    def _excluded(self, field: str | None) -> Node | None:
        excluded, operator = False, self._peek()
        while self._at(Kind.OPERATOR, "NOT"):
            operator, excluded = self._take(), not excluded
        if excluded and operator and (self._peek() is None or self._at(Kind.CLOSE) or self._at(Kind.OPERATOR)):
            self.fault(operator.start, "nothing_excluded")
            return None
        node = self._one(field)
        if node is None or not excluded:
            return node
        return node.part if isinstance(node, Not) else Not(node)

    def _one(self, field: str | None) -> Node | None:
        if self._at(Kind.FIELD):
            return self._in_field()
        if self._at(Kind.OPEN):
            return self._group(field)
        if not (self._at(Kind.WORD) or self._at(Kind.QUOTED)):
            return None
        piece = self._take()
        if not piece.closed:
            self.fault(piece.start, "unclosed_quotation")
        return self._read(leaf(piece, field), piece)

    def _read(self, reading: Reading, piece: Lexeme) -> Node | None:
        if reading.fault:
            self.faults.append((piece.start, reading.fault))
        return reading.node

    def _in_field(self) -> Node | None:
        piece = self._take()
        while self._at(Kind.FIELD):
            self.fault(piece.start, "no_value", piece.text)
            piece = self._take()
        if not any(self._at(kind) for kind in _VALUE):
            self.fault(piece.start, "no_value", piece.text)
            return None
        name = FIELDS.get(fold(piece.text))
        if name is None:
            close = get_close_matches(fold(piece.text), FIELDS, 1, 0.75)
            known = ", ".join(dict.fromkeys(FIELDS.values()))
            self.fault(piece.start, "no_field", piece.text, known)
            name = FIELDS[close[0]] if close else None
        return self._one(name)

    def _group(self, field: str | None) -> Node | None:
        opening = self._take()
        if self._depth >= _DEEPEST:
            self.fault(opening.start, "too_deep", _DEEPEST)
            return None
        self._depth += 1
        node = self._any_of(field)
        self._depth -= 1
        if self._at(Kind.CLOSE):
            self._take()
        else:
            self.fault(opening.start, "unclosed")
        if node is None:
            self.fault(opening.start, "empty_group")
        return node
