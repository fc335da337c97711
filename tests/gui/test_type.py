"""Type: the system's own face, and one that comes along where a system has none worth reading."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics
from pytestqt.qtbot import QtBot

from archive_app.gui.theme import type as faces


@pytest.mark.parametrize("system", ["DejaVu Sans", "Sans Serif", ""])
def test_a_bare_desktop_is_lent_a_face(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(faces, "BETTER", ())
    bare = QFont()
    bare.setFamily(system)
    lent = faces.base_font(bare)
    assert lent.family() == faces.LENT in QFontDatabase.families()
    assert QFontInfo(lent).family() == faces.LENT
    assert all(QFontMetrics(lent).inFontUcs4(ord(letter)) for letter in "Añádelo – “¿qué?”")


def test_a_face_that_somebody_chose_stays(qtbot: QtBot) -> None:
    assert faces.base_font(QFont("Georgia", 12)).family() == "Georgia"
    assert faces.base_font(QFont("Georgia", 7)).pointSizeF() == faces.SMALLEST
