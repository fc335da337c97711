"""What a web page declares of itself: in its head, its time elements, and the data it holds for search engines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

#: For each key the names under which pages declare it, the most trusted first.
_NAMES = {
    "title": ("og:title", "dc.title", "dcterms.title", "twitter:title"),
    "author": ("author", "article:author", "dc.creator", "parsely-author"),
    "description": ("description", "og:description", "dc.description"),
    "publisher": ("og:site_name", "publisher", "dc.publisher", "article:publisher", "application-name"),
    "published": (
        "article:published_time",
        "datepublished",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "pubdate",
        "publishdate",
        "parsely-pub-date",
        "sailthru.date",
        "date",
    ),
    "modified": ("article:modified_time", "datemodified", "dcterms.modified", "last-modified"),
}
_IN_LINKED_DATA = {"published": "datePublished", "modified": "dateModified", "title": "headline"}


def metadata_of(tree: Any) -> dict[str, str]:
    """Title, author, description, publisher, published and modified, as written, where the page states them."""
    stated = _stated(tree)
    linked = list(_linked_data(tree))
    found = {key: next((stated[name] for name in names if name in stated), "") for key, names in _NAMES.items()}
    for key, name in _IN_LINKED_DATA.items():
        found[key] = found[key] or next((_plain(item.get(name)) for item in linked if _plain(item.get(name))), "")
    found["publisher"] = found["publisher"] or next(filter(None, (_name(item.get("publisher")) for item in linked)), "")
    found["author"] = found["author"] or next(filter(None, (_name(item.get("author")) for item in linked)), "")
    found["title"] = found["title"] or _words(tree.findtext(".//title") or "")
    found["published"] = found["published"] or _first_time(tree)
    return {key: value for key, value in found.items() if value}


def _stated(tree: Any) -> dict[str, str]:
    """Every meta element's name in small letters with its content, the first of each name."""
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = _words(meta.get("content") or "")
        if name and content:
            stated.setdefault(name.strip().lower(), content)
    return stated


def _first_time(tree: Any) -> str:
    """A time element marked as the publishing date, or the only one there is: others may tell of anything."""
    times = [time for time in tree.iter("time") if time.get("datetime")]
    marked = [time for time in times if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None]
    chosen = marked or (times if len({time.get("datetime") for time in times}) == 1 else [])
    return _words(chosen[0].get("datetime")) if chosen else ""


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if script.get("type", "").lower() == "application/ld+json":
            try:
                data = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            yield from _objects(data)


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _name(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    return _plain(value.get("name")) if isinstance(value, dict) else _plain(value)


def _plain(value: Any) -> str:
    return _words(value) if isinstance(value, str) else ""


def _words(text: str) -> str:
    return " ".join(text.split())
