"""The heading of a paper: the lines at its top that name it, without banners, exhibit marks and file names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive_app.extractors.context import Reading

#: Lines that stand over a heading and are no part of it.
_FURNITURE = re.compile(
    r"(?i)^\W*(?:ex(?:hibit)?[-\s.]*\(?[\w.()]{0,12}\)?(?:\s+\d+)?(?:\s+\S+\.(?:htm|txt))?|"
    r"\S+\.(?:htm|html|txt|pdf).*|page \d+.*|\d+|"
    r"(?:restricted|restringido|reservado)\b.*|execution (?:version|copy)|table of contents|"
    r"(?:strictly |private and )?confidential|"
    r"\(?(?:unofficial|courtesy|informal|certified|sworn) (?:\w+ )?translation\)?|"
    r"\(?traducci[oó]n (?:no oficial|oficial|de cortes[ií]a|libre|simple|certificada|jurada)\)?|"
    r"\[?logo\]?|omb no.*|source:.*|quicklinks.*|date \d{4}.*|listed under.*|.*dol home >.*|draft|final|copy)\W*$"
)
_EXHIBIT_LINE = re.compile(r"(?i)^ex[-\s.]?\d\S*\s+\d+\s+\S+\.(?:htm|txt)\s*")
#: How the first sentence begins, where it follows its heading on the next line.
_OPENS_TEXT = re.compile(
    r"(?:This|The (?:following|participants|parties|undersigned)|These|It is|In (?:order|an effort|accordance)|"
    r"Pursuant|Est[ea] (?!Conv|Acuer)|El presente|La presente|Los (?:participantes|suscritos)|Las partes|"
    r"Con (?:el )?(?:fin|objeto)|En (?:la ciudad|atenci[oó]n)|Made and entered|WHEREAS|Whereas|Considerando|"
    r"CONSIDERANDO|(?:I|1|A)[.)] )\b"
)
_LOWER_BODY = re.compile(r"[a-záéíóúñ]{3,}[,;]?\s[a-záéíóúñ]{2,}\s[a-záéíóúñ]{2,}\s[a-záéíóúñ]{2,}")
#: Notices of what was left out, which stand over many filed agreements and run over several lines.
_NOTICE = re.compile(
    r"(?i)confidential\s(?:treatment|portions|information\s(?:contained|has))|(?:has|have)\sbeen\s(?:omitted|excluded|redacted|filed)|filed\sseparately|publicly\sdisclosed|competitive(?:ly)?\sharm|redacted|regulation\ss-k|not\smaterial|securities\sand\sexchange\scommission|asterisks|with\sthe\scommission"
)
#: What a paper calls itself.
_PAPER = re.compile(
    r"(?i)\b(?:agreement|alliance|arrangement|memorandum|understanding|declaration|letter|amendment|addendum|addenda|adenda|enmienda|renewal|contract|"
    r"acuerdo|convenio|alianza|arreglo|memor[aá]nd(?:um|o)|entendimiento|declaraci[oó]n|carta|renovaci[oó]n|contrato)\b"
)
#: Words in capitals at the end or the beginning of a block, by which a heading runs over empty lines.
_JOIN = r"(?i:(?:between|among|and|entre|y)(?: the| el| la)?)"
_LEADS_ON = re.compile(rf"\b(?:OF|DE|DEL|{_JOIN})\W*\Z")
_JOINING = re.compile(rf"\W*{_JOIN}\W*")
_GOES_ON = re.compile(r"\W*(?:BETWEEN|AMONG|AND|ENTRE|Y|CONCERNING|REGARDING|RESPECTO|RELATIV[OA]|EN RELACI[OÓ]N)\b")
#: "Region 4 - Alliance Agreement - May 3, 2016": a site's title of the page, which the paper's own heading may follow.
_PAGE_TITLE = re.compile(r".{3,90}\s[-–—|]\s(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} de \w+ de \d{4})")
#: "I. INTRODUCTION", "ARTICLE 1".
_SECTION = re.compile(r"(?:[IVX]{1,4}|\d{1,2}|[A-H])[.)]\s|(?i:article|section|art[ií]culo|cl[aá]usula)\s+\S+")
#: Letters of a line from which it may be a paragraph, and a full stop in it.
_RUNNING = 150
_SENTENCE = re.compile(r"[a-z)”\"]{3}\.(?:\s|\Z)")
#: Single letters with a blank between each two.
_LETTERS_APART = re.compile(r"(?<!\S)(?:\w ){4,}\w(?!\S)")
#: Letters from which a line is full.
_FULL_LINE = 75
_MAX_LINES, _MAX_LETTERS = 12, 480


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading's words with a line break where the paper has one, and their span in the text.

    ``more`` is what else stands over the running text: letterhead, subheading.
    """

    text: str
    start: int
    end: int
    more: str = ""

    @property
    def runs(self) -> bool:
        """Whether these words are running text, with no heading over it."""
        first = self.text.partition("\n")[0]
        return len(first) > _RUNNING and _LOWER_BODY.search(first) is not None and _SENTENCE.search(first) is not None


def heading(reading: Reading) -> Heading:
    """The first block of lines at the top that is not furniture; below a letterhead, the first block in capitals.

    Blocks end at empty lines. Those behind the first line of running text are no headings.
    """
    blocks = [_trimmed(lines) for lines in _blocks(reading.text[:6000])]
    named = blocks[:1]
    if blocks and not (_in_capitals(blocks[0]) or _PAPER.fullmatch(blocks[0].text)):
        capitals = [block for block in blocks[1:] if _in_capitals(block)]
        # "THE CONSULATE OF MEXICO" in capitals is letterhead, where the paper's name stands in capitals below.
        named = [block for block in capitals if _PAPER.search(block.text)] or capitals or named
    if not named:
        return Heading("", 0, 0)
    named = [_joined(named[0], blocks[blocks.index(named[0]) + 1 :])]
    others = "\n".join(block.text for block in blocks[:4] if block is not named[0])
    return replace(named[0], more=others)


def _joined(first: Heading, following: list[Heading]) -> Heading:
    """A heading with the blocks that go on with it: ``LETTER OF AGREEMENT``, ``BETWEEN``, ``THE …``, ``AND``."""
    whole = first
    for block in following:
        leads = block.text.isupper() and (_LEADS_ON.search(whole.text) or _GOES_ON.match(block.text))
        if not leads and not _JOINING.fullmatch(block.text):
            break
        whole = replace(whole, text=f"{whole.text}\n{block.text}"[:_MAX_LETTERS], end=block.end)
    return replace(whole, end=min(whole.end, whole.start + _MAX_LETTERS))


def _in_capitals(block: Heading) -> bool:
    """Whether the block's first line is two words or more, all in capitals, and no section's heading."""
    first = block.text.split("\n", 1)[0]
    return not _SECTION.match(first) and first.isupper() and len(first) > 9 and " " in first


def _blocks(top: str) -> Iterator[list[tuple[int, str]]]:
    """The blocks of lines, with their offsets, down to the one that running text begins in."""
    offset = 0
    lines: list[tuple[int, str]] = []
    for line in top.splitlines(keepends=True)[:60]:
        words = line.strip()
        if _NOTICE.search(words):
            lines.clear()
        elif words and not _FURNITURE.match(words):
            lines.append((offset + line.index(words[0]), words))
            if len(lines) == 1 and _PAGE_TITLE.fullmatch(words):
                yield lines
                lines = []
        elif not words and lines:
            yield lines
            lines = []
        if lines and (len(lines) >= _MAX_LINES or _LOWER_BODY.search(words)):
            break
        offset += len(line)
    if lines:
        yield lines


def _opens_text(words: str, first: str) -> bool:
    """Whether a line begins the running text: by its first words, or as a full line under a heading in capitals."""
    full = len(words) > _FULL_LINE and words[0].isupper() and not words.isupper()
    return bool(_OPENS_TEXT.match(words)) or (full and first.isupper())


def _close(words: str) -> str:
    """``M E M O R A N D U M   O F`` as words: letters set apart, and words by wider gaps."""
    if not _LETTERS_APART.search(words):
        return words
    return " ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", words))


def _trimmed(lines: list[tuple[int, str]]) -> Heading:
    """Without the body's first line, where a heading stands directly on it."""
    opened = (number for number, (_, words) in enumerate(lines) if number and _opens_text(words, lines[0][1]))
    del lines[next(opened, len(lines)) :]
    while len(lines) > 1 and _LOWER_BODY.search(lines[-1][1]):
        lines.pop()
    if not lines:
        return Heading("", 0, 0)
    text = "\n".join(_close(words) for _, words in lines)
    start, end = lines[0][0], lines[-1][0] + len(lines[-1][1])
    return Heading(text[:_MAX_LETTERS], start, min(end, start + _MAX_LETTERS))
