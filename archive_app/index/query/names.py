"""What fields, operators, kinds and languages are called in a query, in English and Spanish."""

from __future__ import annotations

from archive_app.index.stems import stem
from archive_app.index.words import words

#: Every name of a field (folded) with the name under which it is told.
FIELDS = {
    "title": "title", "titulo": "title",
    "agency": "agency", "agencia": "agency",
    "party": "party", "parte": "party",
    "signatory": "signatory", "firmante": "signatory",
    "kind": "kind", "tipo": "kind",
    "place": "place", "lugar": "place",
    "language": "language", "idioma": "language",
    "tag": "tag", "etiqueta": "tag",
    "note": "note", "nota": "note",
    "highlight": "highlight", "resaltado": "highlight",
    "date": "date", "fecha": "date",
}  # fmt: skip

#: Operators count only in capitals: in small letters they are words like others.
OPERATORS = {"AND": "AND", "Y": "AND", "OR": "OR", "O": "OR", "NOT": "NOT", "NO": "NOT"}

KINDS = {
    "memorandum of understanding": ("MOU", "memorando de entendimiento", "memorándum de entendimiento"),
    "letter of agreement": ("carta de acuerdo", "carta acuerdo", "carta de arreglo"),
    "alliance agreement": ("alliance", "acuerdo de alianza", "alianza"),
    "agreement": ("acuerdo", "convenio"),
    "renewal": ("renovación",),
    "amendment": ("addendum", "enmienda", "modificación", "adenda"),
    "joint declaration": ("declaración conjunta",),
    "press release": ("comunicado de prensa", "boletín de prensa"),
    "media announcement": ("news", "anuncio en medios", "nota de prensa", "noticia"),
    "correspondence": ("letter", "mail", "correspondencia", "carta", "correo"),
    "public-records response": ("FOIA response", "respuesta de transparencia", "solicitud de información"),
    "complaint": ("petition", "queja", "denuncia", "petición"),
    "interview": ("entrevista",),
    "report": ("informe", "reporte"),
    "organisation list": ("organization list", "lista de organizaciones", "directorio"),
    "other": ("otro",),
}
#: A bilingual paper is a paper in each of its languages.
LANGUAGES = {
    "en": ("en", ("english", "ingles")),
    "es": ("es", ("spanish", "espanol", "castellano")),
    "en+es": ("en+es", ("both", "bilingual", "bilingue", "ambos", "es+en")),
}


def kinds_called(name: str) -> frozenset[str]:
    """The kind with this name, else all kinds with a name that holds these words; empty where there is none."""
    wanted = [stem(word) for word in words(name)]
    names = {kind: [[stem(word) for word in words(name)] for name in (kind, *others)] for kind, others in KINDS.items()}
    exact = frozenset(kind for kind, spellings in names.items() if wanted in spellings)
    if exact or not wanted:
        return exact
    return frozenset(kind for kind, spellings in names.items() if any(set(wanted) <= set(name) for name in spellings))


def languages_called(name: str) -> tuple[str, frozenset[str]] | None:
    """A language's code and the values of the field that hold it; None where no language is called so."""
    for code, (_, names) in LANGUAGES.items():
        if name.casefold() == code or "".join(words(name)) in names or name.casefold() in names:
            return code, frozenset({code, "en+es"})
    return None
