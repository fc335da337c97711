"""What EAD3 1.1.1 asks of the elements that finding aids use: what may stand in each, in which order, and how noted.

Written down from the standard's own schema, so that a finding aid can be held to it without the schema at hand.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field

NAMESPACE = "{http://ead3.archivists.org/schema/}"
LEVELS = "class|collection|file|fonds|item|otherlevel|recordgrp|series|subfonds|subgrp|subseries"
TOKEN, NMTOKEN = r"(?s:.*)", r"[\w.:-]+"
#: Days, months or years no later than 2099.
DAY = r"-?\d{4}-\d\d(-\d\d)?|(19|20)\d\d"


@dataclass(frozen=True)
class Rule:
    """``content`` is a pattern of the names of what stands in an element, each with a blank behind it.

    ``text`` tells whether text may stand among them; ``needed`` and ``may`` are patterns of attributes' values.
    """

    content: str = ""
    text: bool = False
    needed: dict[str, str] = field(default_factory=dict)
    may: dict[str, str] = field(default_factory=dict)


ANALOG = {"encodinganalog": TOKEN}
TYPED = {**ANALOG, "localtype": TOKEN}
NAMED = {**TYPED, "normal": TOKEN, "relator": TOKEN, "identifier": TOKEN}
BLOCKS = "|".join((
    "accessrestrict", "accruals", "acqinfo", "altformavail", "appraisal", "arrangement", "bibliography", "bioghist",
    "custodhist", "odd", "originalsloc", "otherfindaid", "phystech", "processinfo", "relatedmaterial", "scopecontent",
    "userestrict",
))  # fmt: skip
DID = ("unitid|unittitle|unitdate|unitdatestructured|physdesc|origination|langmaterial|didnote|repository|abstract")
TEXT, BLOCK = Rule(text=True, may=TYPED), Rule("(head )?(p )+", may=TYPED)
NAME = Rule("(part )+", may=NAMED)
RULES = {
    "ead": Rule("control archdesc "),
    "control": Rule(
        "recordid (otherrecordid )*(representation )*filedesc maintenancestatus (publicationstatus )?maintenanceagency "
        "(languagedeclaration )*(conventiondeclaration )*(localtypedeclaration )*(localcontrol )*maintenancehistory "
        "(sources )?",
        may={"langencoding": "iso639-1|iso639-2b|iso639-3|otherlangencoding",
             "dateencoding": "iso8601|otherdateencoding", "scriptencoding": "iso15924|otherscriptencoding"},
    ),
    "recordid": TEXT, "filedesc": Rule("titlestmt "), "titlestmt": Rule("(titleproper )+"), "titleproper": TEXT,
    "maintenancestatus": Rule(text=True, needed={
        "value": "revised|deleted|new|deletedsplit|deletedmerged|deletedreplaced|cancelled|derived"}),
    "publicationstatus": Rule(text=True, needed={"value": "inprocess|approved|published"}),
    "maintenanceagency": Rule("(agencycode )?(otheragencycode )*(agencyname )+(descriptivenote )?"),
    "agencyname": TEXT,
    "languagedeclaration": Rule("language script (descriptivenote )?"),
    "language": Rule(text=True, may={**ANALOG, "langcode": NMTOKEN}),
    "script": Rule(text=True, may={**ANALOG, "scriptcode": NMTOKEN}),
    "conventiondeclaration": Rule("(abbr )?citation (descriptivenote )?"), "abbr": TEXT, "citation": TEXT,
    "maintenancehistory": Rule("(maintenanceevent )+"),
    "maintenanceevent": Rule("eventtype eventdatetime agenttype agent (eventdescription )*"),
    "eventtype": Rule(text=True, needed={"value": "created|revised|deleted|cancelled|derived|updated|unknown"}),
    "eventdatetime": Rule(text=True, may={"standarddatetime": rf"{DAY}"}),
    "agenttype": Rule(text=True, needed={"value": "human|machine|unknown"}), "agent": TEXT, "eventdescription": TEXT,
    "archdesc": Rule(f"did (({BLOCKS}|controlaccess|dsc) )*", needed={"level": LEVELS},
                     may={**TYPED, "relatedencoding": TOKEN}),
    "dsc": Rule("(c )*", may={"dsctype": "analyticover|combined|in-depth|otherdsctype"}),
    "c": Rule(f"did (({BLOCKS}|controlaccess) )*(c )*", may={"level": LEVELS, **ANALOG}),
    "did": Rule(f"(head )?(({DID}) )+"),
    "unitid": TEXT, "unittitle": TEXT, "physdesc": TEXT, "didnote": TEXT,
    "unitdate": Rule(text=True, may={**ANALOG, "normal": TOKEN, "unitdatetype": "bulk|inclusive"}),
    "unitdatestructured": Rule("(datesingle|daterange|dateset) ", may={**ANALOG, "unitdatetype": "bulk|inclusive"}),
    "daterange": Rule("(fromdate )?(todate )?"),
    "fromdate": Rule(text=True, may={"standarddate": TOKEN}), "todate": Rule(text=True, may={"standarddate": TOKEN}),
    "origination": Rule("((corpname|famname|name|persname) )+", may={**TYPED, "label": TOKEN}),
    "langmaterial": Rule("((language|languageset) )+(descriptivenote )?", may=ANALOG),
    "descriptivenote": Rule("(p )+"), "p": TEXT, "part": TEXT,
    "corpname": NAME, "name": NAME, "persname": NAME, "geogname": NAME, "genreform": NAME,
    "controlaccess": Rule("((corpname|name|persname|geogname|genreform|subject|p) )+", may=TYPED),
    **dict.fromkeys(BLOCKS.split("|"), BLOCK),
}  # fmt: skip


def faults(root: ET.Element) -> Iterator[str]:
    """What of a finding aid breaks a rule, a line each."""
    for one in root.iter():
        tag = one.tag.removeprefix(NAMESPACE)
        rule = RULES.get(tag)
        if rule is None or not one.tag.startswith(NAMESPACE):
            yield f"{one.tag} is no element that is known here"
            continue
        inside = "".join(f"{child.tag.removeprefix(NAMESPACE)} " for child in one)
        if not re.fullmatch(rule.content, inside):
            yield f"{tag} holds {inside or 'nothing'}"
        if not rule.text and "".join((one.text or "", *(child.tail or "" for child in one))).strip():
            yield f"{tag} holds text"
        yield from _attributes(tag, rule, one)


def _attributes(tag: str, rule: Rule, one: ET.Element) -> Iterator[str]:
    allowed = {**rule.needed, **rule.may}
    for name, value in one.attrib.items():
        if not re.fullmatch(allowed.get(name, "(?!)"), value):
            yield f"{tag} bears {name}={value!r}"
    for name in rule.needed.keys() - one.attrib.keys():
        yield f"{tag} lacks {name}"
