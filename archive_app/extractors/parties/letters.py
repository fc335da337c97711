"""Parties of papers without a list of them: letters, and undertakings that one side signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archive_app.extractors.names import Names
from archive_app.extractors.parties.found import Found, unique
from archive_app.extractors.parties.listing import Lister
from archive_app.extractors.signing import Signature

_SALUTATION = re.compile(r"(?m)^\s*(?:Dear\b|Ladies\s+and\s+Gentlemen|Gentlemen\b|To\s+[Ww]hom|Estimad[oa]s?\b|Dear\s)")
_ATTENTION = re.compile(r"(?i)\s*(?:attn|attention|re|via|by|c/o|p\.?\s?o\.?|phone|fax|tel|e-?mail)\b")
_ALIAS = re.compile(
    r"\((?:[^()]|\([^()]*\)){0,220}?[\"“”?]\s*(?:the\s+)?(?P<alias>[^\"“”?()]{2,40}?)[,.]?\s*[\"“”?](?:[^()]|\([^()]*\)){0,120}\)"
)
_WITH_ME = re.compile(
    r"(?i)\b(?:employment\s+(?:with|by)|associate\s+of|employed\s+by|employee\s+of|services?\s+(?:to|for)|director\s+of|Board\s+of\s+Directors\s+of|behalf\s+of)\s+"
)
_OF_BODY = re.compile(
    r"(?:.*\b(?:Board of Directors|Directors|Committee|President|Officer|Subsidiary|behalf) of\s+)", re.S
)
_AND_COMPANY = re.compile(r".*\s(?:and|y)\s+", re.S)
#: Words of headings and letter heads that stand before a name without a full stop between.
_FURNITURE = re.compile(
    r"(?i)\b(?:agreement|exhibit|between|dated|attention|attn|re|dear|gentlemen|logo|confidential|\d{5})\b[\s:.,]*"
)
_DOING_BUSINESS = re.compile(r"(?i)\s+(?:d/?b/?a|doing business as)\s.*", re.S)
#: How such a person leads to the own name.
_UNDERSIGNED = re.compile(
    r"\b(?:[Qq]uien|[Ee]l\s+que|[Ll]a\s+que)\s+suscribe,?\s+(?:(?:C|Ing|Lic|Dra?|Mtr[oa]|Arq)\.\s+)*|"
    r"\b(?:[Ee]l|[Ll]a)\s+suscrit[oa],?\s+(?=[A-ZÁÉÍÓÚÑ])|(?:\A|\n|\.\s+)I,\s+(?=[A-Z])|\b[Tt]he\s+undersigned,\s+(?=[A-Z])"
)
_HEAD = 4500
#: Letters from the top within which a letter's salutation stands.
_TOP = 2000
#: The chance that a known body for which a paper is signed is a party of it.
_SIGNED_FOR = 0.88
#: How far before its short form a name may begin, its description between them.
_REACH = 260


def addressee(text: str, lister: Lister) -> Iterator[Found]:
    """The company a letter is addressed to, in the block above its salutation; the person where there is no company."""
    salutation = _SALUTATION.search(text, 0, 6000)
    if not salutation:
        return
    block = text[max(0, salutation.start() - 500) : salutation.start()]
    offset = salutation.start() - len(block)
    lines = [(offset + m.start(), m[0].strip()) for m in re.finditer(r"[^\n]+", block) if m[0].strip()]
    for start, line in reversed(lines[-9:]):
        line = re.sub(r"^To:\s*", "", line)
        if not _ATTENTION.match(line) and lister.names.is_company(line) and len(line.split()) < 12:
            start, line = _line_above(text, start, lister) or (start, line)
            yield from lister.one(text, text.find(line, start), text.find(line, start) + len(line))
            return


def correspondents(text: str, lister: Lister) -> list[Found]:
    """The known body of the letterhead and that of the address above the salutation; nothing unless there are two."""
    salutation = _SALUTATION.search(text, 0, _TOP)
    found = unique(lister.bodies(text, 0, salutation.start())) if salutation else []
    return found if len(found) == 2 else []


def _line_above(text: str, start: int, lister: Lister) -> tuple[int, str] | None:
    """The line directly above where it names a company too: the one first named is the one written to."""
    above = text.rfind("\n", 0, max(0, text.rfind("\n", 0, start + 1))) + 1
    line = text[above : text.find("\n", above)].strip()
    return (above, line) if line and lister.names.is_company(line) and len(line.split()) < 12 else None


def undersigned(text: str, lister: Lister) -> Iterator[Found]:
    """The person who undertakes something and says so: ``Quien suscribe, Ing. Ana Ruiz, …``, ``I, Ana Ruiz, …``."""
    for lead in _UNDERSIGNED.finditer(text, 0, _TOP):
        for party in lister.one(text, lead.end(), lead.end() + _REACH):
            if party.role == "person":
                yield party


def spelled_out(text: str, party: Found, lister: Lister) -> Found:
    """The company whose short form a list uses: ``and BLF`` below ``Blue Lake Foods, Inc. (“BLF”)``."""
    if party.role or party.authority:
        return party
    for alias in _ALIAS.finditer(text, 0, party.start):
        if alias["alias"].strip().casefold() == party.name.casefold():
            begin = max(0, alias.start() - _REACH, text.rfind("\n\n", 0, alias.start()))
            return _last_company(text, begin, alias.start(), lister.names) or party
    return party


def defined(text: str, lister: Lister) -> Iterator[Found]:
    """Companies that get their short form in the first paragraphs: ``Blue Lake Foods, Inc. (the “Company”)``."""
    for alias in _ALIAS.finditer(text, 0, _HEAD):
        begin = max(0, alias.start() - _REACH, text.rfind("\n\n", 0, alias.start()))
        found = _last_company(text, begin, alias.start(), lister.names)
        if found:
            strength = 0.9 if lister.names.is_role(alias["alias"]) else 0.55
            yield replace(found, strength=strength)


def _last_company(text: str, begin: int, end: int, names: Names) -> Found | None:
    """The company whose name, and nothing but its description, stands before its short form."""
    best = None
    for match in names.company_search.finditer(text, begin, end):
        if names.is_place(names.without_ending(match[0])):
            continue  # "a Delaware Corporation" describes another
        rest = text[match.end() : end]
        if re.match(r"\s*\Z|\s*,|\s+(?:and|together|or|with|including|on behalf)\b|\s*\(", rest) and not _other_clause(
            rest
        ):
            best = match
            if not rest.strip():
                break
    if best is None:
        return None
    words = best[0]
    for lead in (_OF_BODY.match(words), _AND_COMPANY.match(words)):
        if lead and names.is_company(words[lead.end() :]) and not names.only_endings(words[lead.end() :]):
            words = words[lead.end() :]
    furniture = [match.end() for match in _FURNITURE.finditer(words)]
    words = words[max(furniture, default=0) :]
    if names.is_place(names.without_ending(words)) or names.only_endings(words) or names.is_role(words.split()[0]):
        return None
    name = re.sub(r"\s+", " ", words).strip(" ,")
    return Found(best.end() - len(words), best.end(), name, 0.9, None, "company")


def _other_clause(rest: str) -> bool:
    """Whether more than a description stands between a name and a short form."""
    return bool(
        re.search(r"\.\s+[A-Z]|(?<!\w)(?:requested|agrees?|engaged|proposed|in connection|I agree|entered)(?!\w)", rest)
    )


def signers(text: str, signatures: list[Signature], lister: Lister) -> Iterator[Found]:
    """The bodies for which a paper is signed, and the persons who sign for themselves."""
    for signature in (s for s in signatures if not s.witness):
        body = _DOING_BUSINESS.sub("", signature.body or "")
        if signature.body_span and (known := lister.bodies(text, *signature.body_span)):
            yield replace(known[0], strength=_SIGNED_FOR)
        elif signature.body_span and lister.names.is_company(body) and lister.namer.plausible(body.strip(" ,:")):
            for name in _side_by_side(re.sub(r"\s+", " ", body).strip(" ,:"), lister.names):
                yield Found(*signature.body_span, name, 0.75, None, "company")
        elif signature.name and signature.name_span and not signature.body:
            yield Found(*signature.name_span, signature.name, _for_oneself(signature), None, "person")


def _side_by_side(body: str, names: Names) -> list[str]:
    """The companies of two signatures that stand on one line: ``BLUE LAKE, INC. RED HILL, LLC``."""
    ends = re.finditer(rf"[\s,]{names.ending_after_comma}\s+(?=[A-Z0-9])", body, re.I)
    halves = ((body[: end.end()].strip(), body[end.end() :]) for end in ends)
    return next(
        (list(two) for two in halves if names.is_company(two[1]) and not names.only_endings(two[1])),
        [body],
    )


def _for_oneself(signature: Signature) -> float:
    """The chance that a person signs as a party: best with neither "By" nor a title beside the name."""
    if signature.acting and signature.title:
        return 0.2
    if signature.title and signature.closed and not signature.marked:
        return 0.45  # an officer's name below "Sincerely"
    return 0.55 if signature.title else 0.5 if signature.acting else 0.65
