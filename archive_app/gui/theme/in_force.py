"""The colours in force. One application has one look, so that they are not handed through every painter."""

from __future__ import annotations

from archive_app import paths
from archive_app.gui.theme.colours import Colours

_now: dict[str, Colours] = {}
_named: dict[str, str] = {}


def colours() -> Colours:
    """Those of the scheme that was put on last; the light ones until one was."""
    if "colours" not in _now:
        put("light")
    return _now["colours"]


def paper() -> Colours:
    """Those for what is painted on the pages of a paper, which are white in every scheme."""
    if "paper" not in _now:
        _now["paper"] = Colours.read(paths.resources() / "theme" / "light.toml")
    return _now["paper"]


def put(scheme: str) -> None:
    """Takes a scheme's colours for everything that is painted from now on."""
    _named["scheme"] = scheme
    _now["colours"] = Colours.read(paths.resources() / "theme" / f"{scheme}.toml")


def name() -> str:
    """Which scheme that is: "light" or "dark"."""
    return _named.get("scheme", "light")
