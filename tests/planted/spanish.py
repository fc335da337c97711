# ruff: noqa: E501 — a sentence of a paper stands in one piece
"""Wordings of agreements in Spanish."""

from __future__ import annotations

from tests.planted.bank import Bank, Words
from tests.planted.drawing import KINDS, SUBJECTS
from tests.planted.plan import Planned, bodies


class Spanish(Bank):
    CHANGES = (
        "La lista de charlas se sustituye por la que va anexa.",
        "Se agrega una tercera ventanilla.",
        "Las personas de enlace son las que se nombran abajo.",
    )
    WORK = (
        "La oficina enviará una persona a las jornadas del consulado.",
        "Los folletos se redactan entre ambas y cada una paga los suyos.",
        "Quien llegue con una queja será atendido por la persona de guardia.",
        "Ningún nombre se comunica sin permiso de la persona.",
        "Cada lado nombra a un enlace que responde por el trabajo.",
        "Ambos lados participan cada año en la semana de derechos laborales.",
    )
    SINCE = ("su entrada en vigor", "la última firma", "la fecha de su firma")

    def title(self) -> str:
        p, one = self.p, self.one
        if one.kind == "amendment":
            return p.any(("CONVENIO MODIFICATORIO", "PRIMERA ENMIENDA", "ADENDA"))
        subject = SUBJECTS["es"][one.subject]
        renewal = any(type == "renews" for type, _ in one.says) and p.random.random() < 0.3
        head = f"RENOVACIÓN DEL {p.name}" if renewal else p.name
        return p.any(
            (
                f"{head.upper()}\nEN MATERIA DE {subject.upper()}",
                f"{head} sobre {subject}",
                f"{head.upper()}: {subject.upper()}",
            )
        )

    def preamble(self) -> str:
        p, one = self.p, self.one
        left, rest = p.body(one.agency), [p.body(id) for id in one.others]
        article = "la"
        right = rest[0] if len(rest) == 1 else ", el ".join(rest[:-1]) + f" y el {rest[-1]}"
        if one.agency in ("US-IL-IDOL", "US-NLRB") and "Department" in left:
            article = "el"
        sides = (f"{article} {left}", f"el {right}")
        if len(rest) == 1 and p.random.random() < 0.3:
            sides = (sides[1], sides[0])
        return p.any((
            f"{p.name} que celebran {sides[0]} y {sides[1]}, en adelante las Partes.",
            f"El presente {p.name} se celebra entre {sides[0]} y {sides[1]}, en lo sucesivo los Participantes.",
            f"{sides[0][0].upper() + sides[0][1:]} y {sides[1]}, en adelante los Participantes, acuerdan lo siguiente.",
            f"ENTRE\n\n{sides[0].upper()}\n\nY\n\n{sides[1].upper()}",
        ))  # fmt: skip

    def recital(self, type: str, target: Planned) -> str:
        p = self.p
        name, day = KINDS["es"].get(target.kind, "Convenio"), p.day(target.signed) if target.signed else ""
        name = "Carta de Arreglo" if target.subject == "umbrella" else name
        the, signed = ("la", "firmada") if name.startswith("Carta") else ("el", "firmado")
        of_the = "de la" if the == "la" else "del"
        top = bodies()[target.agency].get("name_es", bodies()[target.agency]["name"])
        return p.any({
            "renews": (
                f"Por este medio las Partes renuevan {the} {name} {signed} el {day}.",
                f"Los Participantes acuerdan renovar {the} {name} {signed} el {day}.",
                f"El presente instrumento tiene por objeto la renovación {of_the} {name} {signed} el {day}.",
                f"Se prorroga {the} {name} {signed} el {day}.",
            ),
            "supersedes": (
                f"Este instrumento sustituye {'a la' if the == 'la' else 'al'} {name} {signed} el {day}.",
                f"El presente deja sin efecto {the} {name} {signed} el {day}.",
            ),
            "amends": (
                f"Las Partes acuerdan la modificación {of_the} {name} {signed} el {day}.",
                f"El presente modifica {the} {name} {signed} el {day}.",
            ),
            "implements": (
                f"Se actúa al amparo {of_the} {name} entre la {top} y la Secretaría de Relaciones Exteriores, {signed} el {day}.",
                f"Las Partes recuerdan {the} {name} {signed} en Washington, D.C., el {day} por la {top} y la Secretaría de Relaciones Exteriores.",
            ),
        }[type])  # fmt: skip

    def takes_effect(self, day: str) -> Words:
        return (f"El presente instrumento entrará en vigor el {day}.", f"Surtirá efectos a partir del {day}.")

    def with_the_last_signature(self) -> Words:
        return ("Entrará en vigor en la fecha de la última firma.", "Surtirá efectos a partir de la última firma.")

    def with_its_signature(self) -> Words:
        return ("", "Entrará en vigor en la fecha de su firma.", "Surtirá efectos a partir de su firma.")

    def for_ever(self) -> Words:
        return ("El presente instrumento tendrá vigencia indefinida.", "Su vigencia será por tiempo indefinido.")

    def until(self, day: str) -> Words:
        return (f"El presente instrumento estará vigente hasta el {day}.", f"Su vigencia concluye el {day}.")

    def lasts(self, length: str, since: str) -> Words:
        return (
            f"El presente instrumento tendrá una vigencia de {length} a partir de {since}.",
            f"La vigencia de este instrumento será de {length} contados a partir de {since}.",
        )

    def goes_on(self, length: str) -> Words:
        return (
            f"Al término se renovará automáticamente por periodos sucesivos de {length}.",
            f"Se prorrogará de manera automática por periodos iguales de {length} salvo aviso en contrario.",
        )

    def may_end(self, length: str) -> Words:
        return (
            f"Cualquiera de las Partes podrá darlo por terminado mediante aviso por escrito con {length} de anticipación.",
            f"Podrá terminarse en cualquier momento con un aviso por escrito de {length} de anticipación.",
        )

    def signatures(self) -> str:
        p, one = self.p, self.one
        if one.signed is None:
            return f"{p.person()}\nDirectora\n\n{p.person()}\nCónsul de México"
        if one.first_signed:
            return (f"Por la oficina:\n\n______________________\n{p.person()}\nDirectora\nFecha: {p.day(one.first_signed)}\n\n"
                    f"Por el consulado:\n\n______________________\n{p.person()}\nCónsul de México\nFecha: {p.day(one.signed)}")  # fmt: skip
        day = p.day(one.signed)
        closing = p.any(
            (f"Firmado el {day}.", f"Firmado en el consulado el {day}.", f"En fe de lo cual se firma el {day}.")
        )
        return f"{closing}\n\n______________________\n{p.person()}\nDirectora\n\n______________________\n{p.person()}\nCónsul de México"
