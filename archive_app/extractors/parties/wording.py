"""Patterns for the smallest wordings around parties' names: separators, short forms, addresses, blanks."""

from __future__ import annotations

import re

#: Some PDFs hold the Greek question mark, which looks the same.
SEMICOLONS = (";", "\u037e")
#: What may part two parties of a list: "and", a semicolon, a comma, a line break, the end of a bracket, "in favor of".
SEPARATOR = re.compile(
    r"""
    \s*,?\s+(?:in\ favou?r\ of|for\ the\ benefit\ of)(?:\s+and\s+(?:in\ favou?r\ of|for\ the\ benefit\ of))?\s+
    | \s*[-–—]*\s*(?<!\w)(?:and|y|e|AND|And|Y|E)(?!\w)\s*[-–—]*:?\s*
    | \s*[;\u037e]\s*(?:and\s+|y\s+)?
    | ,\s+
    | (?<=\))\.?:?\s+
    | \n\s*[-–—&]+\s*\n
    | \s*\n\s*
    """,
    re.VERBOSE,
)
BRACKET = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\]")
#: A short form in brackets: (the “Company”), ("Acme"), (hereinafter …), (ABC).
ALIAS = re.compile(
    r"""
    \s*,?\s*[\(\[][^()\[\]]{0,80}?["“”'‘?]
    | \s*,?\s*\((?i:the|hereinafter|herein|el|la|en\ adelante|los|las)\b
    | \s*\(\s*[A-Z]{2,8}\s*\)
    """,
    re.VERBOSE,
)
QUOTED = re.compile(r"[(\s][\"“”?]([^\"“”()?]{2,40})[\"“”?]")
#: What stands before a name and is no part of it: Party A:, a postal code, (i), quotes, "each of", an article.
PREFIX = re.compile(
    r"""
    \s*(?:\s*(?:
        (?i:party|parte)\s+[A-Z1-9]\s*:
        | [A-Z]{2}\s+\d{5}(?:-\d{4})?\s
        | \(?(?:[ivx]{1,4}|[IVX]{1,4}(?=[.)]\s+(?i:the|el|la|los|las)\s)|[a-h]|\d{1,2})[.)]\s+
        | ["“‘'’:,;•*]+
        | (?:el|la)\s+(?:organización|empresa|sociedad|compañía|institución|entidad|asociación)(?=\s+[“"A-ZÁÉÍÓÚÑ])
        | (?i:each\ of|both|together\ with|and|y|entre|between|on\ the\ one\ hand|on\ the\ other\ hand
            |(?:por|de)\s+una\s+parte|(?:por|de)\s+(?:la\s+)?otra(?:\s+parte)?
            |nosotr[oa]s|l[oa]s\s+(?:abajo\s+)?(?:suscrit[oa]s|firmantes)|a\s+saber|(?:el|la)\s+se[ñn]ora?
            |el|la|los|las|the)(?=[\s,:]),?
        | (?i:an?\s+(?:joint\s+venture|consortium|syndicate|group)\s+(?:comprised|composed|consisting)\s+of)(?=\s)
        | (?i:(?:solely\s+)?for\s+(?:the\s+)?(?:limited\s+)?purposes?\s+of\s+[^,;()]{3,60}?,)
    )\s*)*
    """,
    re.VERBOSE,
)
#: A place left to be filled in.
BLANK = re.compile(r"_{2,}|\.{4,}|\[[^\]]*\]|<[^>]*>|\[?●\]?|\*{3,}")
#: How a name begins: a capital, a figure, or a brand in small letters (eBay, salesforce.com, e-centives).
NAME_START = re.compile(
    r"""
    [A-ZÀ-ÖØ-Þ0-9]
    | [a-z][\w.&-]*(?:\s+[\w.&-]+){0,3},?\s+(?i:inc|llc|ltd|corp)\b
    | [a-z]{1,2}[A-Z] | [a-z]+\.(?:com|org) | [a-z]-\w
    """,
    re.VERBOSE,
)
ZIP = re.compile(r"\b[A-Z]{2}\.?,?\s+\d{5}\b|\b\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
NUMBER = re.compile(r"\b\d[\d-]*\b")
STREET = re.compile(
    r"(?:Suite|Floor|Room|P\.?\s?O\.?|Building|Unit|"
    r"\d+(?:st|nd|rd|th)?\s+(?:[A-Z]\w+\s+){1,3}(?:Street|St|Avenue|Ave|Road|Drive|Boulevard))\b"
)
#: Words of sentences, not of names.
FRAGMENT = re.compile(
    r"(?<!\w)(?:any of|is|are|was|were|may|will|shall|this|that|such|which|hereof|except|by|as|to|with|if|from|or|you|"
    r"your|our|me|thereof|hereunder|against|between|[Aa]greement|AGREEMENT|dated|[Ss]ection|upon|into|has|have|not|"
    r"means)(?!\w)|[.;]\s+[A-Z]\w+\s+[a-z]"
)
#: Words in small letters after a company's ending begin something else; "of" may go on ("Corporation of America").
GOES_ON = re.compile(
    r"\s+(?=(?:Dated?|January|February|March|April|May|June|July|August|September|October|November|December)\s)|"
    r"\s+(?!of\s+[A-Z]\w+(?:\s*[,(]|\s*\Z))[a-zà-ÿ]"
)
#: Endings that are no abbreviations: a full stop after them is the sentence's.
NO_STOP = re.compile(
    r"(?i)\b(?:LLC|LLP|LP|PLC|GmbH|AG|Company|Corporation|Incorporated|Limited|Bank|Trust|Group|Partners|Enterprises|"
    r"Solutions|University|Association)\.\Z"
)
#: Between two bodies of one list: a comma, "and", "and five posts, namely".
LIST_GOES_ON = re.compile(
    r"[\s,;\"”“’']*(?:(?:and|y|e|&|or|with|con|together with|as well as|así como)\s+)?"
    r"(?:(?:\w+,?\s+){1,4}(?:namely|that is|to wit|a saber)\s*:?\s+)?(?:the\s+|el\s+|la\s+|los\s+|las\s+)?",
    re.I,
)
#: Words in small letters that a name may hold.
SMALL = frozenset(
    [
        "of",
        "the",
        "for",
        "and",
        "de",
        "la",
        "las",
        "los",
        "del",
        "y",
        "e",
        "&",
        "van",
        "von",
        "di",
        "da",
        "do",
        "a",
        "el",
    ]
    + ["des", "du", "le", "d/b/a"]
)
