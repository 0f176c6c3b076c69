"""HTML: one page that holds all it needs, runs nothing and loads nothing."""

import tomllib
from collections.abc import Iterable
from string import Template

from briefing_app.export.elements import Markup, element, joined
from briefing_app.export.html_evidence import evidence, notes, sources
from briefing_app.export.html_tables import checklist, matrix
from briefing_app.export.words import Words
from briefing_app.paths import resources


def html(words: Words) -> str:
    """Write the words as a page."""
    page = Template((resources() / "html" / "briefing.html").read_text("utf-8"))
    return page.substitute(
        language=words.language.replace("_", "-"),
        direction="rtl" if words.from_right else "ltr",
        title=joined([words.title]),
        style=_style(),
        head=_head(words),
        main=joined(_sections(words), "\n"),
        foot=_foot(words),
    )


def _style() -> str:
    """Give the sheet its colours: the light theme's, and the dark one's where the reader's system is dark."""
    sheet = Template((resources() / "html" / "briefing.css").read_text("utf-8"))
    return sheet.substitute(light=_colours("light"), dark=_colours("dark"))


def _colours(theme: str) -> str:
    tokens = tomllib.loads((resources() / "themes" / f"{theme}.toml").read_text("utf-8"))
    named = {name: value for name, value in tokens.items() if isinstance(value, str)}
    return " ".join(f"--{name.replace('_', '-')}: {value};" for name, value in named.items())


def _head(words: Words) -> Markup:
    counts = [element("li", element("b", each.number), " ", each.what) for each in words.counts]
    return joined(
        [
            element("p", words.classification, kind="classification")
            if words.classification
            else "",
            element("p", words.headings.briefing, kind="over"),
            element("h1", words.title, dir="auto"),
            element("p", joined([words.made, words.author], " · "), kind="soft"),
            *(element("p", remark, kind="soft") for remark in words.remarks),
            element("ul", *counts, kind="counts") if counts else "",
        ],
        "\n",
    )


def _foot(words: Words) -> Markup:
    """Close the page with what the reader puts under every page, and how it was made."""
    return joined(
        [
            element("p", words.footer, kind="soft") if words.footer else "",
            element("p", words.colophon, kind="soft"),
            element("p", words.classification, kind="classification")
            if words.classification
            else "",
        ],
        "\n",
    )


def _sections(words: Words) -> Iterable[Markup]:
    heads = words.headings
    if words.positions.rows:
        yield _section("positions", heads.positions, matrix(words.positions, heads))
    if words.outcomes:
        yield _section("outcomes", heads.outcomes, checklist(words.outcomes, heads))
    if words.notes:
        yield _section("notes", heads.notes, notes(words.notes, heads))
    if words.evidence:
        yield _section("evidence", heads.evidence, evidence(words.evidence, heads))
    if words.sources:
        yield _section("sources", heads.sources, sources(words.sources, heads))
    else:
        yield element("p", heads.empty, kind="soft")


def _section(name: str, heading: str, content: Markup) -> Markup:
    title = element("h2", heading, id=name)
    return element("section", title, content, **{"aria-labelledby": name})
