"""Reads 30 scans made of the specimen papers: ``python tests/benchmarks/ocr.py [--engine tesseract] [--scans N]``.

Each paper is drawn at 150 to 600 dpi, turned, skewed and soiled, as PDF, TIFF of several pages or JPEG, in both
languages and in one or two columns. Told for each scan and for all: characters that are wrong, in percent of those of
the paper's own text; facts that are as expected, beside the same paper's facts read from its text; seconds a page.
Rules drawn as underscores are no characters; lines may break anywhere.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import pypdfium2  # noqa: E402
from PIL import Image, ImageChops, ImageFilter  # noqa: E402

from archive_app.domain.description import describe  # noqa: E402
from archive_app.domain.json_shapes import description_json  # noqa: E402
from archive_app.domain.paper import Paper  # noqa: E402
from archive_app.extractors import Knowledge, read_facts  # noqa: E402
from archive_app.readers import read  # noqa: E402
from archive_app.readers.ocr import choosing  # noqa: E402
from archive_app.readers.ocr.choosing import Choice  # noqa: E402
from archive_app.services.reading.recogniser import Recogniser  # noqa: E402

DOCUMENTS = ROOT / "sample_archive" / "documents"
EXPECTED: dict[str, dict[str, Any]] = json.loads((ROOT / "sample_archive/expected.json").read_text(encoding="utf-8"))
NAMED = {"parties": "authority", "signatories": "name"}


@dataclass(frozen=True)
class Wear:
    """How a scan was made: resolution, degrees clockwise that it lies turned, degrees of skew, grain (0 to 40)."""

    dpi: int
    turned: int = 0
    skew: float = 0.0
    grain: int = 0
    form: str = "pdf"

    def __str__(self) -> str:
        return f"{self.dpi} dpi, turned {self.turned}°, skewed {self.skew}°, grain {self.grain}, {self.form}"


WEARS = (
    Wear(300), Wear(200, skew=1.5, grain=14), Wear(150, skew=-1, grain=10), Wear(300, turned=90, grain=14),
    Wear(600, grain=20, form="tiff"), Wear(200, turned=180, skew=2, grain=14), Wear(300, skew=-3, grain=25),
    Wear(300, turned=270, skew=-1.5, grain=14, form="tiff"), Wear(400, skew=4, grain=30),
    Wear(200, turned=90, grain=10, form="tiff"), Wear(250, skew=0.7, grain=40),
)  # fmt: skip


def worn(page: Image.Image, wear: Wear, seeds: random.Random) -> Image.Image:
    """A drawn page as a scanner gives it."""
    skewed = page.rotate(-wear.skew, Image.Resampling.BICUBIC, fillcolor=255)
    if wear.grain:
        soft = skewed.filter(ImageFilter.GaussianBlur(0.5 * wear.dpi / 200)).point(lambda level: min(level, 244))
        grain = Image.frombytes("L", soft.size, seeds.randbytes(soft.width * soft.height))
        skewed = ImageChops.subtract(soft, grain.point(lambda level: level * wear.grain // 255))
        for _ in range(4 * wear.grain):
            spot = seeds.randrange(skewed.width - 4), seeds.randrange(skewed.height - 4)
            skewed.paste(
                seeds.randrange(60, 170), (*spot, spot[0] + seeds.randint(1, 3), spot[1] + seeds.randint(1, 3))
            )
    return skewed.rotate(-wear.turned, expand=True)


def scan(paper: Path, wear: Wear, folder: Path) -> Path:
    """The paper's pages as one file of pictures."""
    seeds = random.Random(f"{paper.name}{wear}")
    with closing(pypdfium2.PdfDocument(paper)) as document:
        drawn = [page.render(scale=wear.dpi / 72, grayscale=True).to_pil().convert("L") for page in document]
    pages = [worn(page, wear, seeds) for page in drawn]
    made = folder / f"{paper.stem}.{wear.form}"
    if wear.form == "pdf":
        for index, page in enumerate(pages):
            jpeg = io.BytesIO()
            page.save(jpeg, "JPEG", quality=60)
            pages[index] = Image.open(jpeg)
        pages[0].save(made, "PDF", save_all=True, append_images=pages[1:], resolution=wear.dpi)
    else:
        pages[0].save(
            made, "TIFF", save_all=True, append_images=pages[1:], dpi=(wear.dpi, wear.dpi), compression="tiff_lzw"
        )
    return made


def wrong_characters(want: str, got: str) -> int:
    """How many characters must be changed, put in or taken out (Levenshtein; Myers' bit vectors)."""
    if not want:
        return len(got)
    places: dict[str, int] = {}
    for index, sign in enumerate(want):
        places[sign] = places.get(sign, 0) | 1 << index
    ones, last = (1 << len(want)) - 1, 1 << (len(want) - 1)
    up, down, score = ones, 0, len(want)
    for sign in got:
        match = places.get(sign, 0)
        across = (((match & up) + up) ^ up) | match
        more, less = down | ~(across | up) & ones, up & across
        score += bool(more & last) - bool(less & last)
        more, less = more << 1 | 1, less << 1
        up, down = (less | ~(match | down | more) & ones) & ones, more & (match | down) & ones
    return score


def plain(paper: Paper) -> str:
    text = " ".join(page.text for page in paper.pages)
    return " ".join(re.sub(r"_{2,}", " ", text).split())


def facts_found(paper: Paper, must: dict[str, Any], knowledge: Knowledge) -> tuple[int, int]:
    """How many of the expected facts are found, of how many: a name each, a field each."""
    told = description_json(describe(read_facts(paper, knowledge)))
    pairs = list(_compared(told, must))
    return sum(pairs), len(pairs)


def _compared(told: dict[str, Any], must: dict[str, Any]) -> Iterator[bool]:
    for field, want in must.items():
        if field in NAMED:
            got = {value[NAMED[field]] for value in told[field]}
            yield from (name in got for name in want)
        elif field != "relations":
            yield told[field] == want


def papers() -> list[Path]:
    """The specimens that have their text in the file, each once."""
    found: dict[bytes, Path] = {}
    for name, expected in EXPECTED.items():
        path = DOCUMENTS / name
        if path.suffix == ".pdf" and path.is_file() and expected["must"] and "needs_ocr" not in expected["must"]:
            found.setdefault(path.read_bytes(), path)
    return [path for path in found.values() if path.read_bytes()[:5] == b"%PDF-"]


def measure(choice: Choice | None, count: int, verbose: bool) -> None:
    knowledge, chosen_papers = Knowledge.load(ROOT / "resources"), papers()
    totals = {"wrong": 0, "characters": 0, "pages": 0, "text": 0, "scan": 0, "facts": 0}
    seconds = 0.0
    with tempfile.TemporaryDirectory() as folder, closing(Recogniser(choice)) as recogniser:
        print(f"engine: {recogniser.choice.label if recogniser.choice else 'none'}")
        for number in range(count):
            paper, wear = chosen_papers[number % len(chosen_papers)], WEARS[number % len(WEARS)]
            must = EXPECTED[paper.relative_to(DOCUMENTS).as_posix()]["must"]
            original, made = read(paper, "application/pdf"), scan(paper, wear, Path(folder))
            blank = read(made, f"{'application' if wear.form == 'pdf' else 'image'}/{wear.form}")
            start = time.perf_counter()
            got = recogniser.read_all(made, blank)
            spent = time.perf_counter() - start
            want = plain(original)
            wrong = wrong_characters(want, plain(got))
            (text, all_facts), (found, _) = (facts_found(one, must, knowledge) for one in (original, got))
            for key, value in zip(totals, (wrong, len(want), len(got.pages), text, found, all_facts), strict=True):
                totals[key] += value
            seconds += spent
            print(f"{100 * wrong / len(want):5.2f}%  facts {found}/{all_facts} (text {text})  "
                  f"{spent / len(got.pages):4.1f} s a page  {paper.name}: {wear}", flush=True)  # fmt: skip
            if verbose:
                print(*_differences(want, plain(got)), sep="\n")
    _summary(totals, seconds, count)


def _summary(totals: dict[str, int], seconds: float, count: int) -> None:
    text, scans = (100 * totals[key] / totals["facts"] for key in ("text", "scan"))
    print(f"\n{count} scans, {totals['pages']} pages, {totals['characters']:,} characters")
    print(f"characters wrong: {100 * totals['wrong'] / totals['characters']:.2f}% (goal: under 1%)")
    print(f"facts from text {text:.1f}%, from scans {scans:.1f}%: {text - scans:.1f} points (goal: within 5)")
    print(f"{seconds / totals['pages']:.1f} seconds a page")


def _differences(want: str, got: str) -> Iterator[str]:
    from difflib import SequenceMatcher

    first, second = want.split(), got.split()
    for kind, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind != "equal":
            yield f"        {' '.join(first[a:b])!r} → {' '.join(second[c:d])!r}"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--engine", choices=("rapidocr", "tesseract"), help="not the one that this machine would use")
    parser.add_argument("--scans", type=int, default=30)
    parser.add_argument("--verbose", action="store_true", help="show every word that differs")
    args = parser.parse_args(arguments)
    choice = {"rapidocr": choosing.rapid, "tesseract": choosing.tesseract}.get(args.engine, choosing.chosen)()
    measure(choice, args.scans, args.verbose)


if __name__ == "__main__":
    main()
