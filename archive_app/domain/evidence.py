"""The words on a page that a value rests on, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in PDF points (1/72 inch) from the page's top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: Box) -> Box:
        """The smallest rectangle that holds both."""
        return Box(
            min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom)
        )

    def as_list(self) -> list[float]:
        """``[x0, top, x1, bottom]``, to a tenth of a point."""
        return [round(self.x0, 1), round(self.top, 1), round(self.x1, 1), round(self.bottom, 1)]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation: page (from 1), its words, its span in the page's text, and a box for each line of it.

    ``boxes`` is empty where the original has no geometry (mail, plain text, a web page).
    """

    page: int
    quote: str
    start: int = 0
    end: int = 0
    boxes: tuple[Box, ...] = ()
