"""Which shared libraries go into the package on Linux: those that something in it asks for and a desktop may lack."""

from __future__ import annotations

import re
import subprocess
from pathlib import PurePath

#: What every desktop has, in a version that fits its drivers, fonts and services; a copy of ours would be in its way.
#: A library that only these ask for stays out with them. packaging/setup.sh names the packages they are in.
OF_THE_SYSTEM = tuple(
    f"lib{name}"
    for name in (
        "stdc++.so gcc_s.so z.so glib-2.0.so gthread-2.0.so gobject-2.0.so gio-2.0.so dbus-1.so fontconfig.so "
        "freetype.so harfbuzz.so gtk-3.so gdk-3.so gdk_pixbuf-2.0.so pango-1.0.so pangocairo-1.0.so cairo.so "
        "cairo-gobject.so atk-1.0.so X11.so X11-xcb.so Xau.so Xdmcp.so wayland-"
    ).split()
)

_NEEDED = re.compile(r"^\s*NEEDED\s+(\S+)$", re.MULTILINE)

#: An entry of PyInstaller's: where it goes in the package, where it is now, what kind of file it is.
Entry = tuple[str, str, str]


def asked_for(entries: list[Entry]) -> list[Entry]:
    """The entries without the system's libraries, and without those of the rest that nothing left asks for."""
    ours = [entry for entry in entries if not _name(entry).startswith(OF_THE_SYSTEM)]
    libraries = {_name(entry): entry for entry in ours if _is_library(entry) and entry[2] != "SYMLINK"}
    waiting = [entry for entry in ours if not _is_library(entry)]
    wanted = set[str]()
    while waiting:
        for name in _asked_by(waiting.pop()) - wanted:
            if name in libraries:
                wanted.add(name)
                waiting.append(libraries[name])
    return [entry for entry in ours if not _is_library(entry) or _name(entry) in wanted]


def _name(entry: Entry) -> str:
    return PurePath(entry[0]).name


def _is_library(entry: Entry) -> bool:
    """Whether it is there for others alone; modules and plugins are loaded by name, and what wheels bring is theirs."""
    place = PurePath(entry[0])
    alone = str(place.parent) in (".", "PySide6/Qt/lib")
    return alone and place.name.startswith("lib") and not place.name.startswith("libpython")


def _asked_by(entry: Entry) -> set[str]:
    if entry[2] not in ("BINARY", "EXTENSION"):
        return set()
    told = subprocess.run(["objdump", "-p", entry[1]], capture_output=True, text=True, check=True).stdout
    return set(_NEEDED.findall(told))
