"""Coverage and timelines as pictures: every figure stands in them, in the language asked for."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from archive_app.domain.coverage import by_pair
from archive_app.domain.timeline import Mark, Timeline, timeline
from archive_app.domain.year_chart import YearChart
from archive_app.domain.years import DRAWN, Years, by_year, gridlines
from archive_app.exports import draw_timeline, draw_years
from archive_app.exports.drawn import MOST_DOTS, PNG_SCALE, dots_a_point
from archive_app.exports.labels import ENGLISH, Labels
from archive_app.paths import resources
from archive_app.services.labels import labels
from tests.domain.histories import AUTHORITIES, history, paper
from tests.exports.gathering import AUSTIN, LAREDO, ON

SPANISH = labels(resources(), "es")


@pytest.fixture
def told() -> Years:
    papers = (paper("R1", AUSTIN, "2010-06-01", years=2), paper("R2", LAREDO, "2011-03-01", years=20),
              paper("R3", AUSTIN, "2014-01-01", years=1))  # fmt: skip
    return by_year(by_pair(history(*papers).agreements), ON)


def words(file: Path) -> list[str]:
    return [text.strip() for text in ET.parse(file).getroot().itertext() if text.strip()]


def test_the_chart_has_each_year_its_pairs_and_what_it_changed(told: Years, tmp_path: Path) -> None:
    draw_years(told, "Coverage: Papers", tmp_path / "years.svg", ENGLISH)
    shown = words(tmp_path / "years.svg")
    assert [str(year) for year in told.years] == [word for word in shown if word.startswith("20")]
    assert {"covered", "partly covered", "unknown", "nothing in force", "pairs in force on each day"} <= set(shown)
    assert {"New agreements", "Renewals", "Lapses begun"} <= set(shown)
    figures = sum(1 for counts in told.counts().values() for state in DRAWN if counts[state])
    turned = sum(1 for turns in told.turns.values() for of in (turns.signed, turns.renewed, turns.lapsed) if of)
    lines = len(gridlines(2))
    assert sum(word.isdigit() and len(word) < 4 for word in shown) == figures + turned + lines


def test_the_chart_speaks_spanish(told: Years, tmp_path: Path) -> None:
    draw_years(told, "Cobertura: Papeles", tmp_path / "years.svg", SPANISH)
    shown = words(tmp_path / "years.svg")
    assert {"cubierto", "nada vigente", "Convenios nuevos", "Lapsos iniciados"} <= set(shown)
    assert not {"covered", "Renewals", "nothing in force"} & set(shown)


def test_the_chart_is_a_document_of_one_page_and_a_picture(told: Years, tmp_path: Path) -> None:
    for ending in ("pdf", "png"):
        draw_years(told, "Coverage", tmp_path / f"years.{ending}", ENGLISH)
    document = pypdfium2.PdfDocument(tmp_path / "years.pdf")
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert len(texts) == 1
    assert "Lapses begun" in texts[0]
    with Image.open(tmp_path / "years.png") as picture:
        assert picture.width > 1700
        assert len(picture.convert("RGB").getcolors(1_000_000) or []) > 10


def test_the_line_of_days_rests_on_the_columns(told: Years) -> None:
    """A pair in force on a day is covered in that year, wholly or in part: the line never rises above them."""
    chart = YearChart(told, 0, 700, 0, 300)
    for year in told.years:
        least, most = told.range_of(year)
        counts = told.counts()[year]
        assert counts[DRAWN[0]] <= least <= most <= counts[DRAWN[0]] + counts[DRAWN[1]]
        assert chart.x(date(year, 12, 31)) < chart.x(date(year + 1, 1, 1))


@given(st.integers(0, 10**6))
def test_lines_across_reach_over_the_highest_column_and_are_few(most: int) -> None:
    lines = gridlines(most)
    assert lines[0] == 0
    assert lines[-1] >= max(1, most)
    assert lines[-2] < max(1, most)
    assert len(lines) <= 8


def osha(agreed: str) -> Timeline:
    return timeline("OSHA", "Safety", history(paper("R1", AUSTIN, agreed)).agreements, AUTHORITIES.name,
                    lambda record: None, lambda id: id.startswith("OSHA"), ON)  # fmt: skip


@pytest.mark.parametrize("agreed", ["2024-02-29", "9999-06-01"])
def test_a_bar_without_a_known_end_is_drawn_from_any_day(agreed: str, tmp_path: Path) -> None:
    draw_timeline(osha(agreed), tmp_path / "osha.svg", ENGLISH)
    assert "?" in words(tmp_path / "osha.svg")


@given(st.floats(842, 10**6))
def test_a_picture_of_very_many_lanes_stays_within_bounds(height: float) -> None:
    scale = dots_a_point(842, height)
    assert 842 * height * scale**2 <= MOST_DOTS * 1.001
    assert scale == PNG_SCALE or 842 * height * PNG_SCALE**2 > MOST_DOTS


def test_a_timeline_speaks_spanish(tmp_path: Path) -> None:
    draw_timeline(osha("2020-01-01"), tmp_path / "osha.svg", SPANISH)
    shown = words(tmp_path / "osha.svg")
    assert "1 convenio con 1 contraparte, según se sabía el 2026-11-22" in shown
    assert {"fin declarado", "lapso", "vencido o terminado", "nota de prensa"} <= set(shown)


@pytest.mark.parametrize(
    ("spoken", "name"), [(ENGLISH, "Labor Rights Week"), (SPANISH, "Semana de Derechos Laborales")]
)
def test_an_event_has_its_lane_and_stands_in_the_legend(spoken: Labels, name: str, tmp_path: Path) -> None:
    told = osha("2020-01-01").with_events({"Labor Rights Week": [Mark("R7", date(2019, 8, 30), "event", "It began")]})
    draw_timeline(told, tmp_path / "osha.svg", spoken)
    assert words(tmp_path / "osha.svg").count(name) == 2
    assert not any("2 " in word for word in words(tmp_path / "osha.svg"))
    draw_timeline(osha("2020-01-01"), tmp_path / "plain.svg", spoken)
    assert name not in words(tmp_path / "plain.svg")
