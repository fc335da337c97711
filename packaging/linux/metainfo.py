"""The description for software centres, with the day it was made and the address where the project stands.

    python packaging/linux/metainfo.py FILE DAY [ADDRESS]

Without an address the pictures and the home page are left out: a link that leads nowhere helps nobody.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

TEMPLATE = Path(__file__).with_name("convenio.metainfo.xml")
_WITH_ADDRESS = re.compile(r"\s*<!-- The addresses.*?</screenshots>", re.DOTALL)


def filled(day: str, address: str = "") -> str:
    """``day`` like 2026-11-22; ``address`` is where the project's files can be looked at."""
    template = TEMPLATE.read_text(encoding="utf-8")
    if not address:
        template = _WITH_ADDRESS.sub("", template)
    return template.replace("@ADDRESS@", address.rstrip("/")).replace("@DATE@", day)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(filled(*sys.argv[2:]), encoding="utf-8")
