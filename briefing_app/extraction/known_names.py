"""The names that the lexicon knows: states with their capitals and peoples, organisations, leaders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from briefing_app.extraction.cast import CastBuilder, Hit
from briefing_app.extraction.lexicon import Name
from briefing_app.extraction.parsing import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CAPITALISED = re.compile(r"(?<![\w.])[A-Z][\w'.-]*")
WORD = re.compile(r"[\w.'/-]+(?: |$)?")
MOST_WORDS = 7
PLACES = frozenset(
    {"in", "at", "near", "outside", "around", "via", "into", "inside", "through", "across"}
)
TALKS = frozenset(
    {
        "talk",
        "negotiation",
        "process",
        "summit",
        "agreement",
        "round",
        "meeting",
        "conference",
        "accord",
        "protocol",
        "deal",
        "stock",
        "airport",
        "time",
        "framework",
    }
)
WHOLES = frozenset(
    {
        "gulf",
        "sea",
        "strait",
        "bank",
        "university",
        "treaty",
        "city",
        "bay",
        "port",
        "battle",
        "conference",
    }
)
MORE = frozenset({"Post", "Times", "Journal", "Sea", "City", "Street", "Accord", "Accords", "Protocol", "University", "Airport", "River", "Agreement", "Ocean"})  # fmt: skip


def mark_known(
    paragraphs: Sequence[Paragraph], names: Mapping[str, Name], cast: CastBuilder
) -> None:
    """Mark every name that is known beforehand; a capital where something only happens is a place."""
    for paragraph in paragraphs:
        for start, end, name in known_names(paragraph.doc, names):
            if name.form == "capital" and _is_place(paragraph, start, end):
                continue
            actor = cast.actor(name.owner, name.kind)
            if name.form != "demonym":
                cast.call(actor, paragraph.doc[start:end].text)
            cast.mark(paragraph.number, Hit(start, end, actor, name.form))
        _join_peoples(paragraph, cast)


def _is_place(paragraph: Paragraph, start: int, end: int) -> bool:
    doc = paragraph.doc
    if start and doc[start - 1].lower_ in PLACES:
        return True
    if end < len(doc) and doc[end].lemma_.lower() in TALKS:
        return True
    dateline = start < 4 and doc[start].text.isupper() and len(doc[start].text) > 3
    return dateline and doc[start:end].text.isupper() and not doc[start:end].text.startswith("U")


def _join_peoples(paragraph: Paragraph, cast: CastBuilder) -> None:
    """Make one people of two: "Turkish Cypriots", "Bosnian Serbs", "Kosovo Serbs"."""
    for (number, at), first in list(cast.hits.items()):
        second = cast.hits.get((number, at + 1))
        if (
            number != paragraph.number
            or second is None
            or second.actor == first.actor
            or at != first.end - 1
        ):
            continue
        token = paragraph.doc[at + 1]
        noun = token.tag_ in {"NNS", "NNPS"} or (
            second.form == "demonym" and first.form == "demonym"
        )
        if second.form != "demonym" or not noun or "person" in {first.form, second.form}:
            continue
        name = f"{paragraph.doc[first.start : second.end].text.removesuffix('s')}s"
        actor = cast.actor(name, "group")
        cast.call(actor, name.removesuffix("s"))
        cast.mark(number, Hit(first.start, second.end, actor, "name"))


def known_names(doc: Doc, names: Mapping[str, Name]) -> Iterator[tuple[int, int, Name]]:
    """Find the names of the lexicon, the longest first, none inside another."""
    text, done = doc.text, 0
    for match in CAPITALISED.finditer(text):
        if match.start() < done:
            continue
        found = _longest(text, match.start(), names)
        if found is None:
            continue
        name, length = found
        span = doc.char_span(match.start(), match.start() + length, alignment_mode="expand")
        if span is not None and not _is_part(span[0], span[-1], name):
            done = match.start() + length
            yield span.start, span.end, name


def _longest(text: str, start: int, names: Mapping[str, Name]) -> tuple[Name, int] | None:
    end, best = start, None
    for _word in range(MOST_WORDS):
        match = WORD.match(text, end)
        if match is None:
            break
        end = match.end()
        best = _known(text[start:end].rstrip(), names) or best
    return best


def _known(raw: str, names: Mapping[str, Name]) -> tuple[Name, int] | None:
    """Look a name up as it stands, without a full stop, a possessive, or the plural of a people."""
    bare = raw.removesuffix("'s").removesuffix("'")
    for form in (raw, bare, bare.rstrip(".,")):
        if form in names:
            return names[form], len(form)
    singular = bare.rstrip(".,").removesuffix("s")
    if singular in names and names[singular].form == "demonym":
        return names[singular], len(bare.rstrip(".,"))
    return None


def _is_part(first: Token, last: Token, name: Name) -> bool:
    """Tell whether a name is only part of another: "Michael Jordan", "the Washington Post", "Gulf of Oman"."""
    if (
        first.i > 0
        and first.ent_type_ == "PERSON"
        and first.ent_iob_ == "I"
        and first.nbor(-1).text[0].isupper()
    ):
        return name.form in {"name", "capital"}
    if first.i > 1 and first.nbor(-1).lower_ == "of" and first.nbor(-2).lower_ in WHOLES:
        return True
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    return after is not None and after.text in MORE
