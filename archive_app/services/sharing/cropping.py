"""The words of facts as pictures, cut from their pages: evidence that a page of histories shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from io import BytesIO

from PIL import Image, ImageDraw

from archive_app.domain.evidence import Box
from archive_app.domain.fact import Fact
from archive_app.errors import ReadingError
from archive_app.exports.holdings import Holdings
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.reading.pages import PageRenderer, Picture, is_pictured

#: The fields whose words are shown as pictures.
FIELDS = ("agreement_date", "effective_date", "term", "expiration_date", "renewal", "notice_period")
#: Pixels a point, and the most pictures that one page takes.
SCALE, MOST = 1.5, 1500
#: Points around the words, to the sides and above, so that they are seen in their lines; and the frame's colour.
BESIDE, ABOVE = 130.0, 13.0
FRAME = (31, 95, 153)


def crops(archive: Archive, gathered: Holdings) -> dict[tuple[str, int], bytes]:
    """PNG pictures of the words that the agreements' dates and terms rest on, by record and fact; MOST at most."""
    wanted = [record for one in gathered.agreements for record in one.records]
    made: dict[tuple[str, int], bytes] = {}
    with closing(PageRenderer()) as renderer:
        for record in dict.fromkeys(wanted):
            if len(made) < MOST:
                made |= _of_record(archive, gathered, renderer, record)
    return made


def _of_record(
    archive: Archive, gathered: Holdings, renderer: PageRenderer, record: str
) -> dict[tuple[str, int], bytes]:
    one = records.described(archive, record)
    if not is_pictured(one.record.media_type):
        return {}
    places, by_page = gathered.boxes(record), defaultdict[int, list[Fact]](list)
    for fact in _facts(gathered, record):
        if fact.evidence and fact.id is not None and places.get(fact.id):
            by_page[fact.evidence.page].append(fact)
    made: dict[tuple[str, int], bytes] = {}
    for page, facts in by_page.items():
        try:
            path = records.original_path(archive, one.record)
            picture = renderer.render(path, one.record.media_type, page, SCALE)
        except ReadingError:
            continue  # the words stand there all the same
        made |= {(record, fact.id or 0): _cut(picture, places[fact.id or 0]) for fact in facts}
    return made


def _facts(gathered: Holdings, record: str) -> Iterable[Fact]:
    text = gathered.descriptions.get(record)
    return (fact for field in FIELDS for fact in text.by_field.get(field, ())) if text else ()


def _cut(picture: Picture, boxes: tuple[Box, ...]) -> bytes:
    """The words framed, in the lines around them."""
    image = Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)
    frames = ImageDraw.Draw(image)
    whole = boxes[0]
    for box in boxes:
        whole = whole.union(box)
        frames.rectangle([round(edge * SCALE) for edge in (box.x0 - 2, box.top - 1, box.x1 + 2, box.bottom + 1)],
                         outline=FRAME, width=2)  # fmt: skip
    edges = (whole.x0 - BESIDE, whole.top - ABOVE, whole.x1 + BESIDE, whole.bottom + ABOVE)
    left, top, right, bottom = (round(edge * SCALE) for edge in edges)
    cut = image.crop((max(0, left), max(0, top), min(image.width, right), min(image.height, bottom)))
    out = BytesIO()
    cut.quantize(16).save(out, "PNG", optimize=True)
    return out.getvalue()
