"""The table of readers: what is loaded when, what is refused how, and damage of every kind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive_app.accession import media_types
from archive_app.errors import ReadingError
from archive_app.readers import read
from tests import builders
from tests.ole_files import make_msg

HEAVY = ("pdfplumber", "pypdfium2", "lxml", "docx", "PIL", "python_calamine", "oxmsg", "charset_normalizer", "email")


def test_no_format_is_loaded_before_it_is_read() -> None:
    code = f"import sys, archive_app.readers; print([name for name in {HEAVY!r} if name in sys.modules])"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (media_types.UNKNOWN, "The file is of a kind that is not read here. Add it as PDF"),
        (media_types.DOC, "The file is a Word document of the old kind (.doc). Save it as DOCX or PDF and add that."),
        (media_types.ENCRYPTED, "The file is protected by a password. Save a copy without the password and add that."),
    ],
)
def test_what_is_not_read_is_refused_in_a_sentence(tmp_path: Path, kind: str, sentence: str) -> None:
    (tmp_path / "a").write_bytes(b"something")
    with pytest.raises(ReadingError) as caught:
        read(tmp_path / "a", kind)
    assert str(caught.value).startswith(sentence)


Builder = Callable[[Path], Path]

WHOLE: dict[str, Builder] = {
    media_types.PDF: lambda path: builders.two_column_pdf(path, "left words " * 60, "palabras " * 60),
    media_types.DOCX: lambda path: builders.make_docx(path, "Words.", [["a", "b"]], header="Head"),
    media_types.XLSX: lambda path: builders.make_xlsx(path, {"Sheet": [["a", 1], ["b", 2.5]]}),
    media_types.MSG: lambda path: make_msg(path, "Words. " * 700, subject="S", attachments={"a": b"b" * 9}),
    media_types.MAIL: lambda path: builders.make_mail(
        path, "Words.", html="<p>Words</p>", attachments={"a": b"b"}, Subject="S"
    ),
    media_types.HTML: lambda path: builders.make_html(path, "<p>Words</p><table><tr><td>1</table>"),
    media_types.PNG: lambda path: builders.make_image(path.with_suffix(".png"), "Words", size=(60, 80)),
    media_types.TIFF: lambda path: builders.make_image(path.with_suffix(".tif"), "Words", "More", size=(60, 80)),
}


@pytest.fixture(scope="module", params=sorted(WHOLE))
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, bytes]:
    kind = request.param
    return kind, WHOLE[kind](tmp_path_factory.mktemp("whole") / "a").read_bytes()


@given(data=st.data())
def test_damage_is_told_or_borne(
    whole: tuple[str, bytes], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Cut short or with bytes changed, a file is read or refused with a sentence: nothing else may come out."""
    kind, content = whole
    damaged = bytearray(content[: data.draw(st.integers(1, len(content)), "length")])
    for _ in range(data.draw(st.integers(0, 8), "changes")):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "damaged"
    path.write_bytes(damaged)
    try:
        paper = read(path, kind)
    except ReadingError as fault:
        told = str(fault)
        assert told.endswith(".")
        assert "\n" not in told
    else:
        assert [page.number for page in paper.pages] == list(range(1, len(paper.pages) + 1))


@given(st.binary(min_size=1, max_size=300))
@example(b"%PDF-1.7\n")
@example(b"PK\x03\x04word/")
def test_bytes_of_no_kind_are_told_by_every_reader(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "anything"
    path.write_bytes(content)
    for kind in (
        media_types.PDF,
        media_types.DOCX,
        media_types.XLSX,
        media_types.XLS,
        media_types.MSG,
        media_types.PNG,
    ):
        with pytest.raises(ReadingError, match=r"[.]\Z"):
            read(path, kind)
