"""A query's tree as text in full: every operator written out. Reading that text gives the same tree."""

from __future__ import annotations

from archive_app.index.query.syntax import And, Choice, Everything, Match, Node, Not, Period, Phrase, Word


def in_words(node: Node) -> str:
    """The query as it was understood; empty for the query that asks for everything."""
    return _print(node, inside=False)


def _print(node: Node, inside: bool) -> str:
    match node:
        case Everything():
            return ""
        case Word():
            return _field(node.field) + _word(node)
        case Phrase():
            apart = "" if node.apart is None else f"~{node.apart}"
            return f'{_field(node.field)}"{" ".join(node.forms)}"{apart}'
        case Choice() | Period():
            return _field("date" if isinstance(node, Period) else node.field) + _quoted(node.label)
        case Not():
            return f"NOT {_print(node.part, inside=True)}"
    joined = (" AND " if isinstance(node, And) else " OR ").join(_print(part, inside=True) for part in node.parts)
    return f"({joined})" if inside else joined


def _field(name: str | None) -> str:
    return f"{name}:" if name else ""


def _word(word: Word) -> str:
    if word.match is Match.EXACT:
        return f'"{word.form}"'
    return word.form + {Match.PREFIX: "*", Match.NEARLY: "~"}.get(word.match, "")


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text
