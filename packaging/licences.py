"""The licences of what is packaged with the program, for those who get it as a whole.

    python packaging/licences.py FOLDER [--without-ocr]

Run in the environment that is packaged. For every package that Convenio needs there, FOLDER gets its licence texts, and
FOLDER/README.txt a line with its version and licence; Python's own comes with them.
"""

from __future__ import annotations

import re
import shutil
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
_NAMED_LIKE_A_LICENCE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
#: Texts that packages name and do not bring; Debian and what descends from it have them.
_COMMON = Path("/usr/share/common-licenses")
_COMMON_TEXTS = ("LGPL-3", "GPL-3", "Apache-2.0")
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def main(folder: Path, with_ocr: bool) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = ["Convenio is under the MIT licence. With it come these, each under its own:", ""]
    for package in sorted(packaged(with_ocr), key=lambda one: one.name.lower()):
        copied = copy_texts(package, folder / package.name)
        lines.append(f"{package.name} {package.version}: {licence(package)}{'' if copied else ' (no text in it)'}")
    lines.append(f"Python {sys.version.split()[0]}: PSF-2.0{'' if copy_python(folder / 'Python') else ' (no text)'}")
    for name in _COMMON_TEXTS:
        if (_COMMON / name).is_file():
            shutil.copyfile(_COMMON / name, folder / f"{name}.txt")
    (folder / "README.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 2} packages with their licences in {folder}")


def packaged(with_ocr: bool) -> Iterator[metadata.Distribution]:
    """Every package that is needed here, and those that it needs."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [*project["dependencies"], *(project["optional-dependencies"]["ocr"] if with_ocr else ())]
    seen = set[str]()
    while waiting:
        name = plain(waiting.pop())
        if name in seen:
            continue
        seen.add(name)
        try:
            package = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another system, or left out here
        yield package
        waiting += [asked for asked in package.requires or () if "extra ==" not in asked]


def plain(requirement: str) -> str:
    """The name in a requirement such as ``Pillow>=11; python_version > "3"``, as all tools write it."""
    found = _NAME.match(requirement)
    return re.sub(r"[-_.]+", "-", found[0]).lower() if found else ""


def licence(package: metadata.Distribution) -> str:
    """The licence's name as the package states it, in one line."""
    stated = package.metadata["License-Expression"] or package.metadata["License"] or ""
    if 0 < len(stated) < 60 and "\n" not in stated:
        return str(stated)
    classified = [line for line in package.metadata.get_all("Classifier") or () if line.startswith("License ::")]
    return "; ".join(line.rpartition(" :: ")[2] for line in classified) or "see its text"


def copy_texts(package: metadata.Distribution, folder: Path) -> int:
    """Copies the licence texts that a package was installed with; says how many there were."""
    own = [file for file in package.files or () if ".dist-info" in file.parts[0]]
    texts = [file for file in own if _NAMED_LIKE_A_LICENCE.search("/".join(file.parts[1:]))]
    for number, text in enumerate(texts):
        folder.mkdir(exist_ok=True)
        name = text.name if not (folder / text.name).exists() else f"{number}-{text.name}"
        shutil.copyfile(str(text.locate()), folder / name)
    return len(texts)


def copy_python(folder: Path) -> bool:
    for place in (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)):
        for name in ("LICENSE.txt", "LICENSE"):
            if (place / name).is_file():
                folder.mkdir(exist_ok=True)
                shutil.copyfile(place / name, folder / name)
                return True
    return False


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--without-ocr" not in sys.argv)
