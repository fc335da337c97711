"""What the matcher looks for: a trie over folded words, of names and of the pieces that names of offices are made of.

Spellings that follow from what a body is are made here by rule, so that the authority file need not list them: a post
by its country and city, an office by its agency, city and kind.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from archive_app.domain.authority import Authority, AuthorityFile
from archive_app.extractors.authorities.misread import Misread
from archive_app.extractors.authorities.words import words


class Name(NamedTuple):
    """A name and the bodies that bear it.

    ``form``: name, acronym, general where the country is left out, or local where the state or city is.
    """

    ids: tuple[str, ...]
    form: str = "name"


class Country(NamedTuple):
    """A country or what belongs to it, by the letters its bodies' ids begin with."""

    code: str


class City(NamedTuple):
    """A city, or the word for a region (``Southeast``), by its plain name."""

    name: str


class Post(NamedTuple):
    """``Consulate General of Mexico``: a country's post, still without its city. ``person`` for its head."""

    country: str
    several: bool = False
    person: bool = False


class Office(NamedTuple):
    """``Area Office``: a kind of office, whose city stands before it, or after it where ``leads``."""

    kind: str
    leads: bool = False
    person: bool = False


class Envoy(NamedTuple):
    """``Mexican Ambassador``: the head of the embassies that it may be."""

    ids: tuple[str, ...]


class Region(NamedTuple):
    """``Region IV``: a numbered region."""

    number: int


Entry = Name | Country | City | Post | Office | Envoy | Region
Node = dict[str, Any]
#: The key under which a node of the trie keeps its entry.
END = ""

_OFFICE = re.compile(
    r"(?:(?P<agency>\S+) )?(?P<cities>.+?) (?P<kind>Area|District|Field|Local|Region(?:al)?)s?(?: Offices?)?\Z"
)
_REGION = re.compile(r"\S+ Region (?P<number>[IVX]+|\d+)(?: \((?P<city>[^)]+)\))?\Z")
_POST_ID = re.compile(r"(?P<country>[A-Z]{2})-CON-")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_AND = re.compile(r"\s*(?:,|\band\b)\s*")
#: Forms of names, the most telling first: of two bodies the one named so bears a shared name.
_FORMS = ("name", "acronym", "general", "local")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


@dataclass
class Lexicon:
    """The trie, and the look-up tables from pieces to bodies."""

    root: Node = field(default_factory=dict)
    vocabulary: set[str] = field(default_factory=set)
    acronyms: dict[str, Name] = field(default_factory=dict)
    posts: dict[tuple[str, str], str] = field(default_factory=dict)
    offices: dict[tuple[frozenset[str], str], list[str]] = field(default_factory=lambda: defaultdict(list))
    regions: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    @cached_property
    def misread(self) -> Misread:
        """What puts misread words of the names right."""
        return Misread(self.vocabulary)

    def posts_in(self, country: str, city: str) -> tuple[str, ...]:
        """The post of a country in a city; those of all countries where none is named."""
        if country:
            return (self.posts[country, city],) if (country, city) in self.posts else ()
        return tuple(id for (_, place), id in self.posts.items() if place == city)

    def add(self, spelling: str, entry: Entry) -> None:
        """Puts a spelling into the trie; a name shared by several bodies keeps them all, a name outranks a piece."""
        for path in _paths(spelling):
            node = self.root
            self.vocabulary.update(path)
            for word in path:
                node = node.setdefault(word, {})
            node[END] = _merged(node.get(END), entry)


def _paths(spelling: str) -> Iterator[tuple[str, ...]]:
    """The folded words of a spelling: articles and ``U.S.`` with and without, words in brackets out."""
    path = tuple(word.folded for word in words(_BRACKET.sub("", spelling)) if word.folded != "the")
    bare = tuple(w for i, w in enumerate(path) if not (i and w in ("los", "las", "la", "el") and path[i - 1] == "de"))
    for found in dict.fromkeys((path, bare)):
        if found:
            yield found
        if len(found) > 2 and found[0] == "us":
            yield found[1:]
            yield ("united", "states", *found[1:])


def _merged(old: Entry | None, new: Entry) -> Entry:
    if isinstance(old, Name) and isinstance(new, Name):
        if old.form != new.form:
            return min(old, new, key=lambda entry: _FORMS.index(entry.form))
        return Name(tuple(dict.fromkeys((*old.ids, *new.ids))), old.form)
    return old if isinstance(old, Name) else new


def build(file: AuthorityFile, geography: dict[str, Any], offices: dict[str, Any]) -> Lexicon:
    """The lexicon of an authority file; the tables are ``geography`` and ``offices`` of the knowledge."""
    lexicon = Lexicon()
    _add_countries(lexicon, geography["countries"])
    for record in file.records.values():
        _add_record(lexicon, record)
        if record.role in ("state agency", "local agency"):
            _add_local_names(lexicon, record, geography, offices["local"])
        if record.role == "ministry":
            _add_general_names(lexicon, record, geography["countries"])
    _add_ministries(lexicon, file, geography["countries"], offices["ministries"])
    _add_posts(lexicon, geography, offices["posts"])
    _add_embassies(lexicon, file, geography["countries"], offices["embassies"])
    _add_kinds(lexicon, offices["kinds"])
    _add_cities(lexicon, geography)
    _add_regions(lexicon)
    return lexicon


def _add_regions(lexicon: Lexicon) -> None:
    """``Region VI``, ``Región 28``, ``Sixth Region`` for every number that some body's region bears."""
    roman = {number: spelling for spelling, number in _ROMAN.items()}
    for number in {*roman, *lexicon.regions}:
        for figures in (number, f"no {number}", roman.get(number, number)):
            lexicon.add(f"region {figures}", Region(number))


def _add_countries(lexicon: Lexicon, countries: dict[str, dict[str, Any]]) -> None:
    for name, country in countries.items():
        for spelling in (name, *country["names"], *country["demonyms"]) if "code" in country else ():
            lexicon.add(spelling, Country(country["code"]))


def _add_cities(lexicon: Lexicon, geography: dict[str, Any]) -> None:
    """Cities by all their names, and the places whose names hold a country's: New Mexico is not Mexico."""
    for city, others in geography["cities"].items():
        for spelling in (city, *others):
            lexicon.add(spelling, City(city))
    for state in geography["states"].values():
        for spelling in state:
            if "Mexico" in spelling or "México" in spelling:
                lexicon.add(spelling, City(state[0]))
    lexicon.add("Mexico City", City("Mexico City"))


def _add_record(lexicon: Lexicon, record: Authority) -> None:
    if post := _POST_ID.match(record.id):
        _add_post(lexicon, record, post["country"])
    elif "/" in record.id:
        _add_office(lexicon, record)
    else:
        for spelling in record.all_names():
            lexicon.add(spelling, Name((record.id,)))
    if "/" in record.id or post:
        for spelling in record.names:
            lexicon.add(spelling, Name((record.id,)))
    for acronym in record.acronyms:
        known = lexicon.acronyms.get(acronym, Name(()))
        lexicon.acronyms[acronym] = Name((*known.ids, record.id), "acronym")


def _add_post(lexicon: Lexicon, record: Authority, country: str) -> None:
    city = (record.place or record.name.rsplit(" in ", 1)[-1]).split(",")[0]
    lexicon.posts[country, city] = record.id
    lexicon.add(city, City(city))


def _add_office(lexicon: Lexicon, record: Authority) -> None:
    if region := _REGION.match(record.name):
        written = region["number"]
        lexicon.regions[int(written) if written.isdigit() else _ROMAN[written]].append(record.id)
        cities, kind = [region["city"]] if region["city"] else [], "region"
    elif office := _OFFICE.match(record.name):
        cities, kind = _AND.split(office["cities"]), office["kind"].lower().removesuffix("al")
        kind = "local" if office["kind"] == "Local" else kind
    else:
        lexicon.add(record.name, Name((record.id,)))
        return
    cities = [city for city in cities if city]
    lexicon.offices[frozenset(cities), kind].append(record.id)
    for city in cities:
        lexicon.add(city, City(city))


def _add_local_names(
    lexicon: Lexicon, record: Authority, geography: dict[str, Any], spanish: dict[str, list[str]]
) -> None:
    """``Department of Labor of the State of Ohio`` from ``Ohio Department of Labor``, and the like for cities.

    The name without its place is a local one: ``Bureau of Labor and Industries`` in a paper of Oregon.
    """
    city, _, code = (record.place or "").rpartition(", ")
    spellings = geography["states"].get(code, [""])
    for kind, place in (("City", city), ("State", spellings[0])):
        for whole in (record.name, *record.names) if place else ():
            rest = _without_place(whole, place)
            if rest is None:
                continue
            own = [f"{kind} of {place} {rest}", f"{rest} of the {kind} of {place}", f"{place} State {rest}"]
            names = [place, *geography["cities"].get(place, ())] if kind == "City" else spellings
            for name in (name for name in names if "." not in name):
                own += [f"{translated} de {name}" for translated in spanish.get(rest, ())]
                own += [f"{rest} of {name}"] if " of " in rest else []
            for spelling in own if whole == record.name else ():
                lexicon.add(spelling, Name((record.id,)))
            for alone in (rest, *spanish.get(rest, ())):
                lexicon.add(alone, Name((record.id,), "local"))


def _without_place(name: str, place: str) -> str | None:
    """``Department of Labor`` of ``Ohio Department of Labor``; None for a name of one word or without the place."""
    for lead in (f"{place} State ", f"{place} City ", f"{place} "):
        if name.startswith(lead) and " " in name[len(lead) :]:
            return name[len(lead) :]
    return name.removesuffix(f" of {place}") if name.endswith(f" of {place}") else None


def _add_general_names(lexicon: Lexicon, record: Authority, countries: dict[str, dict[str, Any]]) -> None:
    """``Ministry of Foreign Affairs`` from ``Ministry of Foreign Affairs of Mexico``."""
    for country in (c for c in countries.items() if c[1].get("code") == record.id[:2]):
        own = [country[0], *country[1]["names"], *country[1]["demonyms"]]
        for spelling in record.all_names():
            for name in own:
                for tail in (f" of {name}", f" of the {name}", f" de {name}", f" de los {name}"):
                    if spelling.endswith(tail):
                        lexicon.add(spelling.removesuffix(tail), Name((record.id,), "general"))
                if spelling.startswith(f"{name} "):
                    lexicon.add(spelling.removeprefix(f"{name} "), Name((record.id,), "general"))


def _add_ministries(
    lexicon: Lexicon, file: AuthorityFile, countries: dict[str, dict[str, Any]], fields: dict[str, dict[str, list[str]]]
) -> None:
    """``Ministry of Foreign Affairs of the Republic of Honduras``, whatever else that ministry's own name says."""
    ministries = [record for record in file.records.values() if record.role == "ministry" and not record.parent]
    for ways in fields.values():
        for name, country in countries.items():
            own = [m for m in ministries if m.id[:2] == country.get("code") and any(w in m.name for w in ways["words"])]
            for head in ways["names"] if len(own) == 1 else ():
                for filling in (name, *country["names"]) if "{c}" in head else country["demonyms"]:
                    lexicon.add(head.format(c=filling, d=filling), Name((own[0].id,)))


def _add_posts(lexicon: Lexicon, geography: dict[str, Any], heads: dict[str, list[str]]) -> None:
    """Every way to name a post of each country that has a code: ``Mexican Consulate``, ``consulado de México``."""
    for name, country in geography["countries"].items():
        if "code" not in country:
            continue
        for words_of, entry in (
            ("one", Post(country["code"])),
            ("several", Post(country["code"], several=True)),
            ("person", Post(country["code"], person=True)),
            ("persons", Post(country["code"], several=True, person=True)),
        ):
            for head in heads[words_of]:
                names = (name, *country["names"]) if "{c}" in head else country["demonyms"]
                for filling in names:
                    lexicon.add(head.format(c=filling, d=filling), entry)

    for spelling in heads["any"]:
        lexicon.add(spelling, Post("", several=True))


def _add_embassies(
    lexicon: Lexicon, file: AuthorityFile, countries: dict[str, dict[str, Any]], ways: dict[str, list[str]]
) -> None:
    """``the Embassy`` where the text names its country, and the heads of embassies: ``embajadora de Ecuador``."""
    embassies = [id for id in file.records if id.endswith("-EMB-US")]
    for spelling in ways["alone"]:
        lexicon.add(spelling, Name(tuple(embassies), "general"))
    for name, country in countries.items():
        ids = tuple(id for id in embassies if id[:2] == country.get("code"))
        for head in ways["person"] if ids else ():
            for filling in (name, *country["names"]) if "{c}" in head else country["demonyms"]:
                lexicon.add(head.format(c=filling, d=filling), Envoy(ids))


def _add_kinds(lexicon: Lexicon, kinds: dict[str, dict[str, list[str]]]) -> None:
    for kind, ways in kinds.items():
        for way, spellings in ways.items():
            entry = Office(kind, leads="before" in way, person="person" in way)
            for spelling in spellings:
                lexicon.add(spelling, entry)
