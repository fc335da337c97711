# ruff: noqa: E501 — a sentence of a paper stands in one piece
"""Wordings of agreements in English."""

from __future__ import annotations

from tests.planted.bank import Bank, Words
from tests.planted.drawing import KINDS, SUBJECTS
from tests.planted.plan import Planned, bodies


class English(Bank):
    CHANGES = (
        "The list of yearly talks is replaced by the one attached.",
        "A third desk for visitors is added.",
        "The contact persons are those named below.",
    )
    WORK = (
        "The office sends a speaker to the consulate's open mornings.",
        "Leaflets are written by both sides and printed at their own cost.",
        "Visitors with a complaint are led to the person on duty.",
        "No name is passed on without the visitor's consent.",
        "Each side names one person who answers for the work.",
        "Both sides take part in the yearly week of labor rights.",
    )
    SINCE = ("the effective date", "the last signature", "the date of signing")

    def title(self) -> str:
        p, one = self.p, self.one
        if one.kind == "amendment":
            return p.any(("AMENDMENT TO THE AGREEMENT", "FIRST AMENDMENT", "ADDENDUM"))
        subject = SUBJECTS["en"][one.subject]
        renewal = any(type == "renews" for type, _ in one.says) and p.random.random() < 0.3
        head = f"RENEWAL OF THE {p.name}" if renewal else p.name
        return p.any(
            (f"{head.upper()}\nON {subject.upper()}", f"{head} on {subject}", f"{head.upper()}: {subject.upper()}")
        )

    def preamble(self) -> str:
        p, one = self.p, self.one
        left, rest = p.body(one.agency), [p.body(id) for id in one.others]
        right = rest[0] if len(rest) == 1 else ", the ".join(rest[:-1]) + f" and the {rest[-1]}"
        if len(rest) == 1 and p.random.random() < 0.3:
            left, right = right, left
        return p.any((
            f"This {p.name} is made between the {left} and the {right}, hereinafter the Parties.",
            f"This {p.name} is entered into by and between the {left} and the {right} (the Participants).",
            f"The {left} and the {right}, hereinafter the Participants, have agreed on the following {p.name}.",
            f"BETWEEN\n\nTHE {left.upper()}\n\nAND\n\nTHE {right.upper()}",
        ))  # fmt: skip

    def recital(self, type: str, target: Planned) -> str:
        p = self.p
        name, day = KINDS["en"].get(target.kind, "Agreement"), p.day(target.signed) if target.signed else ""
        name = "Letter of Arrangement" if target.subject == "umbrella" else name
        top = bodies()[target.agency]["name"]
        return p.any({
            "renews": (
                f"The Participants hereby renew the {name} signed on {day}.",
                f"This paper renews the {name} dated {day}, whose goals the two sides still share.",
                f"Whereas the {name} signed on {day} has served both sides well, they renew it in the terms below.",
                f"The Parties wish to go on with the {name} concluded on {day}, and renew it by this paper.",
                f"The {name} signed on {day} is hereby renewed.",
            ),
            "supersedes": (
                f"This {p.name} supersedes the {name} signed on {day}.",
                f"It replaces the {name} dated {day} from the day it takes effect.",
                f"The {name} signed on {day} is hereby superseded.",
            ),
            "amends": (
                f"The Parties amend the {name} signed on {day} as follows.",
                f"This paper is an amendment to the {name} dated {day}.",
                f"The {name} signed on {day} is hereby amended.",
            ),
            "implements": (
                f"It rests on the {name} between the {top} and the Ministry of Foreign Affairs of Mexico signed on {day}.",
                f"They act under the {name} signed at Washington, D.C., on {day} by the {top} and the Ministry of Foreign Affairs of Mexico.",
            ),
        }[type])  # fmt: skip

    def takes_effect(self, day: str) -> Words:
        return (
            f"This {self.p.name} takes effect on {day}.",
            f"It shall enter into force on {day}.",
            f"Effective date: {day}.",
        )

    def with_the_last_signature(self) -> Words:
        return (
            "It takes effect on the date of the last signature.",
            f"This {self.p.name} shall be effective upon the last signature.",
        )

    def with_its_signature(self) -> Words:
        return (
            "",
            f"This {self.p.name} takes effect upon signature.",
            "It enters into force on the date of its signature.",
        )

    def for_ever(self) -> Words:
        return (
            f"This {self.p.name} shall remain in effect indefinitely.",
            f"This {self.p.name} has no expiration date.",
        )

    def until(self, day: str) -> Words:
        return (f"This {self.p.name} shall remain in effect until {day}.", f"This {self.p.name} expires on {day}.")

    def lasts(self, length: str, since: str) -> Words:
        return (
            f"This {self.p.name} will remain in effect for {length} from {since}.",
            f"The term of this {self.p.name} is {length} from {since}.",
            f"This {self.p.name} shall be in force for a period of {length} from {since}.",
        )

    def goes_on(self, length: str) -> Words:
        return (
            f"Thereafter it is automatically renewed for successive periods of {length} unless a Party gives notice.",
            f"At its end this {self.p.name} shall automatically renew for additional terms of {length}.",
        )

    def may_end(self, length: str) -> Words:
        return (
            f"Either Party may terminate this {self.p.name} by giving {length} written notice.",
            f"A Participant may end it at any time upon {length} notice in writing to the other.",
        )

    def signatures(self) -> str:
        p, one = self.p, self.one
        if one.signed is None:
            return f"{p.person()}\nDirector\n\n{p.person()}\nConsul of Mexico"
        if one.first_signed:
            return (f"For the office:\n\n______________________\n{p.person()}\nDirector\nDate: {p.day(one.first_signed)}\n\n"
                    f"For the consulate:\n\n______________________\n{p.person()}\nConsul of Mexico\nDate: {p.day(one.signed)}")  # fmt: skip
        day = p.day(one.signed)
        closing = p.any(
            (
                f"Signed on {day}.",
                f"Signed at the consulate on {day}.",
                f"In witness whereof the Parties have signed on {day}.",
            )
        )
        return f"{closing}\n\n______________________\n{p.person()}\nDirector\n\n______________________\n{p.person()}\nConsul of Mexico"
