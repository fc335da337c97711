"""What a planted agreement says and in which order; its words come from a bank in one of two languages."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from tests.planted.drawing import Signed
from tests.planted.plan import Planned

#: Wordings of the same, of which a paper draws one.
Words = tuple[str, ...]


class Bank(ABC):
    """The wordings of one language for a paper; all but ``signatures`` draw in the order of the paper."""

    #: What an amendment changes, what the two sides do together, and from when a term is counted: from the day of
    #: effect, of the last signature, of the signing.
    CHANGES: ClassVar[Words]
    WORK: ClassVar[Words]
    SINCE: ClassVar[tuple[str, str, str]]

    def __init__(self, paper: Signed, one: Planned) -> None:
        self.p, self.one = paper, one

    @abstractmethod
    def title(self) -> str: ...

    @abstractmethod
    def preamble(self) -> str: ...

    @abstractmethod
    def recital(self, type: str, target: Planned) -> str:
        """What the paper does to another one."""

    @abstractmethod
    def takes_effect(self, day: str) -> Words: ...

    @abstractmethod
    def with_the_last_signature(self) -> Words: ...

    @abstractmethod
    def with_its_signature(self) -> Words: ...

    @abstractmethod
    def for_ever(self) -> Words: ...

    @abstractmethod
    def until(self, day: str) -> Words: ...

    @abstractmethod
    def lasts(self, length: str, since: str) -> Words: ...

    @abstractmethod
    def goes_on(self, length: str) -> Words: ...

    @abstractmethod
    def may_end(self, length: str) -> Words: ...

    @abstractmethod
    def signatures(self) -> str: ...

    def recitals(self) -> list[str]:
        return [told for type, key in self.one.says if (told := self.recital(type, self.p.target(key)))]

    def work(self) -> list[str]:
        if self.one.kind == "amendment":
            return [self.p.any(self.CHANGES)]
        return self.p.random.sample(self.WORK, 3)

    def life(self) -> list[str]:
        return [text for text in (self._effect(), self._term(), self._renewal(), self._notice()) if text]

    def _effect(self) -> str:
        p, one = self.p, self.one
        if one.effective:
            return p.any(self.takes_effect(p.day(one.effective)))
        return p.any(self.with_the_last_signature() if one.first_signed else self.with_its_signature())

    def _term(self) -> str:
        p, one = self.p, self.one
        if one.perpetual:
            return p.any(self.for_ever())
        if one.end:
            return p.any(self.until(p.day(one.end)))
        if one.term is None:
            return ""
        since = self.SINCE[0 if one.effective else 1 if one.first_signed else 2]
        return p.any(self.lasts(p.length(one.term), since))

    def _renewal(self) -> str:
        return self.p.any(self.goes_on(self.p.length(self.one.automatic))) if self.one.automatic else ""

    def _notice(self) -> str:
        return self.p.any(self.may_end(self.p.length(self.one.notice))) if self.one.notice else ""
