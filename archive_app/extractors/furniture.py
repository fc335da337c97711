"""What a web page prints round its text and is no part of it: navigation, share bars, banners, bare addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive_app.extractors.folding import fold
from archive_app.extractors.knowledge import Knowledge

#: Letters and lines from the top in which a page's furniture stands.
_TOP, _LINES = 5000, 40
#: Letters of a line that is too long for furniture other than a banner.
_TOO_LONG = 320
_LINE = re.compile(r"[^\n]+")
#: "3. Home > …" as an item of a list of links, which a page prints over its text.
_ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|[•*-])\s+\S")


@dataclass(frozen=True)
class Furniture:
    """The table ``page_furniture`` as patterns over folded lines."""

    line: re.Pattern[str]
    first_item: re.Pattern[str]
    before_text: re.Pattern[str]

    @classmethod
    def build(cls, knowledge: Knowledge) -> Furniture:
        """Ask for it with ``knowledge.once(Furniture.build)``."""
        table = knowledge.table("page_furniture")
        return cls(
            re.compile("|".join(f"(?:{cue})" for cue in [*table["lines"], *table["banners"]])),
            re.compile(rf"\s*(?:\d{{1,2}}[.)]|[•*-])\s+(?:{'|'.join(table['first_items'])})\s*"),
            re.compile(rf"\W*(?:{'|'.join(table['before_text'])})\W*"),
        )

    def blanked(self, text: str) -> str:
        """The text with blanks in place of furniture at its top, as long as it was and with its line breaks."""
        top, parts, at = text[:_TOP], [], 0
        listed = False
        for number, line in enumerate(_LINE.finditer(top)):
            if number >= _LINES:
                break
            folded = fold(line[0])
            listed = bool(self.first_item.fullmatch(folded) or (listed and _ITEM.match(folded)))
            stop = line.end() if listed or self._is_furniture(folded) else line.start() + self._glued(folded)
            if stop > line.start():
                parts += [text[at : line.start()], " " * (stop - line.start())]
                at = stop
        return "".join([*parts, text[at:]]) if parts else text

    def _is_furniture(self, folded: str) -> bool:
        words = folded.strip(" \t\r|·•<>«»*")
        return 0 < len(words) <= _TOO_LONG and self.line.fullmatch(words) is not None

    def _glued(self, folded: str) -> int:
        """Letters at a line's beginning that are furniture, where the text goes on in the same line."""
        before = self.before_text.match(folded)
        return before.end() if before else 0
