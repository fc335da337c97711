"""Web pages as a browser saves them: the article among menus, banners and dates of its own."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

from making.markup import Block, Run, parse, runs
from making.paper import Paper

PAGE = Template((Path(__file__).parent / "web_page.html").read_text(encoding="utf-8"))
TAGS = {"title": "h1", "heading": "h2", "subheading": "h3"}


def html_bytes(paper: Paper) -> bytes:
    """The saved page in UTF-8. `more` holds the site: name, nav, banner, updated, related, foot."""
    site = paper.more
    filled = PAGE.substitute(
        language=paper.language,
        title=escape(paper.title),
        site=escape(site["site"]),
        colour=site.get("colour", "#14305c"),
        nav="".join(f'<li><a href="#">{escape(entry)}</a></li>' for entry in site["nav"]),
        banner=escape(site.get("banner", "")),
        updated=escape(site.get("updated", "")),
        article="\n".join(_element(block) for block in parse(paper.body)),
        related="".join(f"<li><a href='#'>{escape(entry)}</a></li>" for entry in site.get("related", [])),
        foot=escape(site.get("foot", "")),
        specimen=escape(paper.specimen),
    )
    return filled.encode("utf-8")


def _element(block: Block) -> str:
    if block.kind == "bullet":
        return f"<ul><li>{_rich(block.text)}</li></ul>"
    if block.kind == "table":
        rows = "".join("<tr>" + "".join(f"<td>{_rich(cell)}</td>" for cell in row) + "</tr>" for row in block.rows)
        return f"<table>{rows}</table>"
    if block.kind == "rule":
        return "<hr>"
    tag = TAGS.get(block.kind, "p")
    text = f"{block.marker} {block.text}".strip()
    return f"<{tag}>{_rich(text)}</{tag}>"


def _rich(text: str) -> str:
    return "".join(_run(run) for run in runs(text)).replace("\n", "<br>")


def _run(run: Run) -> str:
    if run.bold:
        return f"<strong>{escape(run.text)}</strong>"
    return f"<em>{escape(run.text)}</em>" if run.italic else escape(run.text)
