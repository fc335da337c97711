# ruff: noqa: E501 — a sentence of a paper stands in one piece
"""Releases, news items and letters in both languages."""

from __future__ import annotations

from collections.abc import Callable

from tests.planted.drawing import FIRST, KINDS, LAST, MONTHS, SUBJECTS, Drawing, day_in
from tests.planted.plan import Plan, Told


class Telling(Drawing):
    """Releases, news and letters."""

    def __init__(self, plan: Plan, told: Told) -> None:
        super().__init__(plan, told.key, told.language)
        self.t, self.of = told, plan.agreements[told.of]

    def text(self) -> str:
        writers: dict[str, Callable[[], str]] = {
            "release": self._release,
            "news": self._news,
            "termination": self._termination,
        }
        return writers[self.t.kind]() + "\n"

    def _sides(self, article: str) -> tuple[str, str]:
        others = [self.body(id) for id in self.of.others]
        joint = " and the " if self.language == "en" else " y el "
        return self.body(self.of.agency), others[0] if len(others) == 1 else f", {article} ".join(
            others[:-1]
        ) + joint + others[-1]

    def _release(self) -> str:
        of, signed = self.of, self.of.signed
        assert signed
        issued = self.day(self.t.issued)
        if self.language == "es":
            agency, post = self._sides("el")
            name = KINDS["es"].get(of.kind, "Convenio")
            what = SUBJECTS["es"][of.subject]
            return (f"COMUNICADO DE PRENSA\n\n{self.t.issued.day} de {MONTHS['es'][self.t.issued.month - 1]} de {self.t.issued.year}\n\n"
                    f"Acuerdo sobre {what}\n\nLa {agency} y el {post} firmaron el {self.day(signed)} un {name} sobre {what}.\n\n"
                    "“Es un paso que se debía”, dijo la directora.")  # fmt: skip
        agency, post = self._sides("the")
        name, what = KINDS["en"].get(of.kind, "Agreement"), SUBJECTS["en"][of.subject]
        told = self.any((
            f"The {agency} and the {post} signed a {name} on {what} on {self.day(signed)}.",
            f"On {self.day(signed)}, the {agency} signed a {name} on {what} with the {post}.",
        ))  # fmt: skip
        return f"NEWS RELEASE\n\nFor immediate release: {issued}\n\nNew paper on {what}\n\n{told}\n\n“We owed this to those who come to us,” said the director."

    def _news(self) -> str:
        of, signed = self.of, self.of.signed
        assert signed
        if self.language == "es":
            agency, post = self._sides("el")
            what = SUBJECTS["es"][of.subject]
            return (f"El Faro del Valle\n{self.day(self.t.issued)}\nPor {self.any(FIRST)} {self.any(LAST)}\n\n"
                    f"Firman convenio sobre {what}\n\nLa {agency} y el {post} suscribieron el {self.day(signed)} un convenio sobre {what}, según dijeron ambas.")  # fmt: skip
        agency, post = self._sides("the")
        what = SUBJECTS["en"][of.subject]
        return (f"The Valley Lantern\n{day_in(self.t.issued, 'en', 0)}\nBy {self.any(FIRST)} {self.any(LAST)}, staff writer\n\n"
                f"Pact on {what}\n\nThe {agency} and the {post} signed an agreement on {what} on {self.day(signed)}, officials of both said.")  # fmt: skip

    def _termination(self) -> str:
        of, effect = self.of, self.t.effect
        assert effect
        assert of.signed
        writer, reader = self.body(of.agency), self.body(of.others[0])
        if self.language == "es":
            name = KINDS["es"].get(of.kind, "Convenio")
            return (f"{writer}\n\n{self.day(self.t.issued)}\n\n{reader}\n\nAsunto: terminación del {name}\n\nEstimado señor Cónsul:\n\n"
                    f"Con esta carta la oficina da por terminado el {name} firmado el {self.day(of.signed)}, con efectos a partir del {self.day(effect)}.\n\n"
                    f"Atentamente,\n\n{self.any(FIRST)} {self.any(LAST)}\nDirectora")  # fmt: skip
        name = KINDS["en"].get(of.kind, "Agreement")
        told = self.any((
            f"This letter terminates the {name} signed on {self.day(of.signed)}, effective {self.day(effect)}.",
            f"By this letter the office gives notice of termination of the {name} signed on {self.day(of.signed)}. The termination takes effect on {self.day(effect)}.",
        ))  # fmt: skip
        return (f"{writer}\n\n{self.day(self.t.issued)}\n\n{reader}\n\nRe: End of our {name}\n\nDear Consul:\n\n{told}\n\n"
                f"Sincerely,\n\n{self.any(FIRST)} {self.any(LAST)}\nDirector")  # fmt: skip
