"""Names that a text defines: "the Hadran National Front (HNF)", "hereinafter the Council", and initials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from briefing_app.extraction.cast import CastBuilder, Hit
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.tokens import Doc, Token

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Lexicon

BRACKETED = re.compile(
    r"\((?:\"|')?(?:the |hereinafter (?:\")?(?:the )?)?(?P<name>[A-Z][\w/-]*(?: [A-Z][\w-]*)?)(?:\"|')?\)"
)
OTHERWISE = re.compile(r", or (?:the )?(?P<name>[A-Z]{2,7})(?=[,.;])")  # "the Arakan Army, or AA,"
# Small words of other languages, which an acronym leaves out.
ABROAD = frozenset({
    "de", "du", "des", "la", "le", "les", "pour", "et", "en", "au", "aux", "del", "los", "las", "el", "y", "por",
    "para", "e", "da", "do", "dos", "das", "der", "die", "und", "für", "di", "della",
})  # fmt: skip
SMALL = frozenset({"of", "for", "the", "and", "in"})  # which have no capital in an acronym
JOINTLY = frozenset({"parties", "sides", "party", "side"})
BACK = 3  # tokens before an "and" in which the one before is named
SHORTEST = 3  # letters of an acronym, and words of a name that has one


def mark_definitions(paragraphs: Sequence[Paragraph], lexicon: Lexicon, cast: CastBuilder) -> None:
    """Bind what stands in brackets to the name before it, and mark it wherever it stands."""
    defined = _acronyms(paragraphs, cast)
    for paragraph in paragraphs:
        for name, actor in _defined(paragraph, lexicon, cast):
            defined[name] = actor
            cast.call(actor, name)
    for paragraph in paragraphs:
        for token in paragraph.doc:
            further = token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "of"
            if token.text in defined and not further:
                cast.mark(paragraph.number, Hit(token.i, token.i + 1, defined[token.text], "name"))


def _defined(
    paragraph: Paragraph, lexicon: Lexicon, cast: CastBuilder
) -> Iterator[tuple[str, int]]:
    """Find what a paragraph calls those whom it has just named: in brackets, or behind "or"."""
    for match in (*BRACKETED.finditer(paragraph.text), *OTHERWISE.finditer(paragraph.text)):
        name = match["name"]
        hit = _before(paragraph, match.start(), name, cast)
        if hit is None or name.lower() in JOINTLY:
            continue
        initials = _capitals(paragraph.doc[hit.start : hit.end])
        if match.re is OTHERWISE and initials != name:
            continue  # "the EU, or UK,"
        if _is_anothers(name, cast.labels[hit.actor], lexicon):  # "France and Britain (the E3)"
            continue
        several = _is_last_of_several(paragraph, hit, cast) and not _is_acronym(name)
        yield name, cast.actor(name, "bloc") if several else hit.actor


def _is_last_of_several(paragraph: Paragraph, hit: Hit, cast: CastBuilder) -> bool:
    """Tell whether a bracket is behind a list, all of whom it names: "Peru, Chile and Kenya (the Friends)"."""
    before = hit.start - 1 - (hit.start > 0 and paragraph.doc[hit.start - 1].lower_ == "the")
    joined = before > 0 and paragraph.doc[before].lower_ in {"and", "&"}
    return joined and any(
        (paragraph.number, i) in cast.hits for i in range(max(0, before - BACK), before)
    )


def _is_anothers(name: str, label: str, lexicon: Lexicon) -> bool:
    """Tell whether both a name and who stands before it are known, and not the same."""
    known, before = lexicon.names.get(name), lexicon.names.get(label)
    return known is not None and before is not None and known.owner != before.owner


def _acronyms(paragraphs: Sequence[Paragraph], cast: CastBuilder) -> dict[str, int]:
    """Know a name by its initials where the text never says so: "IAM" for the Machinists."""
    long = [
        (actor, label) for actor, label in enumerate(cast.labels) if len(label.split()) >= SHORTEST
    ]
    initials = {
        "".join(word[0] for word in label.split() if word[0].isupper()): actor
        for actor, label in long
    }
    story = [paragraph.doc for paragraph in paragraphs if not paragraph.text.isupper()]
    words = {token.text for doc in story for token in doc if _is_acronym(token.text)}
    found = {
        word: initials[word]
        for word in sorted(words)
        if word in initials and cast.names.get(word) != initials[word]
    }
    for word, actor in found.items():
        cast.names[word] = actor  # what was taken for a name of its own is one by its initials
        cast.call(actor, word)
    return found


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) >= SHORTEST


def _capitals(tokens: Iterable[Token]) -> str:
    return "".join(each.text[0] for each in tokens if each.text[0].isupper())


def _before(paragraph: Paragraph, offset: int, name: str, cast: CastBuilder) -> Hit | None:
    """Return the name before a bracket: the nearest, or for an acronym the words whose initials it has."""
    doc = paragraph.doc
    bracket = doc.around(offset, offset + 1)
    if bracket.start == 0:
        return None
    end = bracket.start - (bracket.start > 1 and doc[bracket.start - 1].tag_ == "POS")
    hit = cast.hits.get((paragraph.number, end - 1))
    if hit is not None and hit.form != "person":
        start = _longer(doc, hit, name)
        return hit if start is None else _named(paragraph, start, hit.end, cast)
    start = _spelled(doc, end, name)
    return None if start is None else _named(paragraph, start, end, cast)


def _named(paragraph: Paragraph, start: int, end: int, cast: CastBuilder) -> Hit:
    name = paragraph.doc[start:end].text
    if name.isupper() and " " in name:  # of a letterhead
        name = as_in_a_story(name)
    hit = Hit(start, end, cast.actor(name, "armed" if "force" in name.lower() else "group"), "name")
    cast.mark(paragraph.number, hit)
    return hit


def as_in_a_story(name: str) -> str:
    """Write a letterhead's capitals as a story would: "Front for the Dignity of Orlana"."""
    words = [each.lower() for each in name.split()]
    return " ".join(each if each in SMALL else each.capitalize() for each in words)


def _longer(doc: Doc, hit: Hit, name: str) -> int | None:
    """Find where a long name begins that ends in a known one: "Forces for the Liberation of Rwanda (FLR)"."""
    inside = hit.start > 1 and doc[hit.start - 1].lower_ in {"of", "for"}
    if not inside or not _is_acronym(name) or _capitals(doc[hit.start : hit.end]) == name:
        return None
    start = hit.start - 1
    while start > 0 and (
        doc[start - 1].text[0].isupper() or doc[start - 1].lower_ in {"of", "for", "the", "and"}
    ):
        start -= 1
    start = next(
        i for i in range(start, hit.start + 1) if doc[i].text[0].isupper() or i == hit.start
    )
    return start if start < hit.start and hit.end - start >= len(name) - 1 else None


def _spelled(doc: Doc, end: int, name: str) -> int | None:
    """Find where the words begin whose capitals make up an acronym; in a letterhead the small words have none."""
    for small in (frozenset[str](), SMALL):
        start, letters = end, ""
        while _is_acronym(name) and start > 0 and len(letters) < len(name):
            start -= 1
            if doc[start].is_punct and doc[start].text != "-":
                break
            if doc[start].lower_ not in small:
                letters = _capitals([doc[start]]) + letters
        if letters == name:
            return start
    return _spelled_abroad(doc, end, name)


def _spelled_abroad(doc: Doc, end: int, name: str) -> int | None:
    """Find where a name in another language begins: "Mouvement patriotique pour la Centrafrique (MPC)"."""
    if not _is_acronym(name):
        return None
    at, left, foreign = end, list(name.lower()), False
    while at > 0 and left and end - at < len(name) * 2 + 1:
        at -= 1
        word = doc[at].lower_
        if word in ABROAD:
            foreign = True
        elif doc[at].is_punct and doc[at].text not in {"-", ","}:
            return None
        elif unicodedata.normalize("NFD", word)[0] == left[-1]:
            left.pop()
    return at if not left and foreign and doc[at].text[0].isupper() else None
