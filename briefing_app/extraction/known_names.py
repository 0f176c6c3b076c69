"""The names that the lexicon knows: states with their capitals and peoples, organisations, leaders."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from briefing_app.extraction.cast import CastBuilder, Hit
from briefing_app.extraction.lexicon import Lexicon, Name
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.tokens import Doc, Span, Token

CAPITALISED = re.compile(r"(?<![\w.])(?:[A-ZÀ-ÖØ-ÞĀ-Ž]|(?:a[lnrs]|el|anti)-(?=[A-Z]))[\w'.-]*")
WORD = re.compile(r"[\w.'/+&-]+(?: |$)?")
JOINED = re.compile(r"(?P<name>[^-]+)-(?:mediated|brokered|facilitated)")  # "Egypt-mediated talks"
MOST_WORDS = 9
PARTS_OF_THE_WORLD = frozenset(
    {"South", "North", "Latin", "Central", "East", "West", "Native", "Northern"}
)
ADDRESSES = frozenset({"mr", "ms", "mrs", "miss", "dr", "sir", "dame"})
SECRETARY = "Secretary of State"
# The last words of their names.
OFFICES = frozenset({"department", "ministry", "office", "affairs"})
CHAIRING = 12  # tokens before a bracket in which two chairs are named
DATELINE = 4  # tokens in which a capital stands for where a story was written


def mark_known(paragraphs: Sequence[Paragraph], lexicon: Lexicon, cast: CastBuilder) -> None:
    """Mark every name that is known beforehand; a capital where something only happens is a place."""
    surnames = {word for paragraph in paragraphs for word in _surnames(paragraph.doc)}
    for paragraph in paragraphs:
        for start, end, name in known_names(paragraph.doc, lexicon):
            if _is_a_persons(paragraph.doc[start:end], name, surnames):
                continue
            if name.form == "capital" and _is_place(paragraph, start, end, lexicon):
                continue
            if name.form == "demonym" and _is_whereabouts(paragraph, end, lexicon):
                continue
            if _is_origin(paragraph.doc, start, end, lexicon) or _is_elsewhere(
                paragraph, start, end, name.owner, cast
            ):
                continue
            actor = cast.actor(name.owner, name.kind)
            if name.form != "demonym" or paragraph.doc[end - 1].tag_ in {"NNS", "NNPS"}:
                cast.call(actor, paragraph.doc[start:end].text)
            cast.mark(paragraph.number, Hit(start, end, actor, name.form))
    _join_peoples(paragraphs, cast)


def _surnames(doc: Doc) -> Iterator[str]:
    """Return the last words of persons' full names: "Norwegian" of "Grand Chief Tom Norwegian"."""
    for person in doc.ents:
        if person.label_ == "PERSON" and len(person) > 1 and person.text.istitle():
            yield person[-1].text


def _is_a_persons(words: Span, name: Name, surnames: Collection[str]) -> bool:
    """Tell whether a name of the lexicon is here a person's, of no country: "MR HOLLAND", "Tom Norwegian"."""
    if len(words) > 1 or name.form == "person":
        return False
    word = words[-1]
    before = word.nbor(-1).text.removesuffix(".") if word.i else ""
    if before.lower() in ADDRESSES and before[0].isupper():
        return before != "DR" or name.form != "demonym"  # "DR Congolese troops" have no doctor
    describes = word.dep_ in {"amod", "compound"} and word.head.i > word.i
    of_this_text = word.text in surnames and not describes and word.tag_ != "NNPS"
    return name.form == "demonym" and of_this_text


def _is_place(paragraph: Paragraph, start: int, end: int, lexicon: Lexicon) -> bool:
    doc = paragraph.doc
    if start and doc[start - 1].lower_ in lexicon.places["before"]:
        ruled = start > 1 and rules_there(doc[start - 2], lexicon)
        return not (ruled and doc[start - 1].lower_ == "in")
    if end < len(doc) and doc[end].lemma_.lower() in lexicon.places["behind"]:
        return True
    words = doc[start:end].text
    dated = start < DATELINE and end + 1 < len(doc)  # a letterhead says nothing else
    return dated and words.isupper() and words not in lexicon.places["short"]


def rules_there(noun: Token, lexicon: Lexicon) -> bool:
    """Tell whether a noun means who rules where they are: "officials in Moscow", not "embassy officials in Moscow"."""
    ranks = lexicon.places["ranks"] | lexicon.actors["portfolios"]
    told = {each.lower_ for each in noun.children if each.dep_ in {"amod", "compound", "nmod"}}
    return noun.lemma_.lower() in lexicon.places["ruled"] and told <= ranks


def _is_whereabouts(paragraph: Paragraph, end: int, lexicon: Lexicon) -> bool:
    """Tell whether an adjective says only where something is: "in the Swedish capital", "the Thai resort of"."""
    behind = paragraph.doc[end : end + 1]
    return behind.text.lower() in lexicon.places["towns"]


def _is_origin(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether brackets say only where those come from who chair: "Co-Facilitators Ana Ruiz (Peru) and"."""
    if start == 0 or end >= len(doc) or (doc[start - 1].text, doc[end].text) != ("(", ")"):
        return False
    before = doc[max(0, start - CHAIRING, doc[start].sent.start) : start]
    return any(
        each.lower_ in lexicon.mediation["chairs"] and each.pos_ in {"NOUN", "PROPN"}
        for each in before
    )


def _is_elsewhere(
    paragraph: Paragraph, start: int, end: int, owner: str, cast: CastBuilder
) -> bool:
    """Tell whether an office is another country's: "India's Commerce Department", a secretary "for Scotland"."""
    doc = paragraph.doc
    words = doc[start:end].text
    if words != SECRETARY and doc[end - 1].lower_ not in OFFICES:
        return False
    before = start - 1 - (start > 0 and doc[start - 1].tag_ == "POS")
    theirs = cast.hits.get((paragraph.number, before))
    abroad = theirs is not None and cast.labels[theirs.actor] != owner
    return abroad or (words == SECRETARY and end < len(doc) and doc[end].lower_ == "for")


def _join_peoples(paragraphs: Sequence[Paragraph], cast: CastBuilder) -> None:
    """Make one people of two: "Turkish Cypriots", "Bosnian Serbs", "Kosovo Serbs"."""
    for (number, at), first in list(cast.hits.items()):
        second = cast.hits.get((number, at + 1))
        if second is None or second.actor == first.actor or at != first.end - 1:
            continue
        paragraph = paragraphs[number]
        token = paragraph.doc[at + 1]
        noun = token.tag_ in {"NNS", "NNPS"} or (
            second.form == "demonym" and first.form == "demonym"
        )
        if second.form != "demonym" or not noun or "person" in {first.form, second.form}:
            continue
        words = paragraph.doc[first.start : second.end].text
        words = words.title() if words.isupper() else words  # of a letterhead or a speaker's label
        name = f"{words.removesuffix('s')}s"
        actor = cast.actor(name, "group")
        cast.call(actor, name.removesuffix("s"))
        cast.mark(number, Hit(first.start, second.end, actor, "name"))


def known_names(doc: Doc, lexicon: Lexicon) -> Iterator[tuple[int, int, Name]]:
    """Find the names of the lexicon, the longest first, none inside another."""
    text, done = doc.text, 0
    for match in CAPITALISED.finditer(text):
        if match.start() < done:
            continue
        found = _longest(text, match.start(), lexicon.names)
        if found is None:
            continue
        name, length = found
        span = doc.around(match.start(), match.start() + length)
        if not _is_part(span[0], span[-1], name, lexicon):
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
    joined = JOINED.fullmatch(bare)
    for form in (raw, bare, bare.rstrip(".,"), *([joined["name"]] if joined else [])):
        if form in names:
            return names[form], len(form)
    singular = bare.rstrip(".,").removesuffix("s").removesuffix("S")
    if singular in names and names[singular].form == "demonym":
        return names[singular], len(bare.rstrip(".,"))
    return None


def _is_part(first: Token, last: Token, name: Name, lexicon: Lexicon) -> bool:
    """Tell whether a name is only part of another: "Michael Jordan", "the Washington Post", "Gulf of Oman"."""
    if first.i > 0 and first.nbor(-1).text in PARTS_OF_THE_WORLD:
        return True  # "South American countries" are not the United States, nor Northern Ireland Ireland
    if first.i > 0 and first.nbor(-1).text == "National" and name.kind == "world":
        return True  # a National Security Council is not that of the United Nations
    if first.i > 0 and name.kind == "state" and _is_of_the_world(first.nbor(-1), lexicon):
        return True  # "Greenpeace Chile" is not Chile
    if (
        first.i > 0
        and first.ent_type_ == "PERSON"
        and first.ent_iob_ == "I"
        and first.nbor(-1).text[0].isupper()
    ):
        return name.form in {"name", "capital", "demonym"}
    if first == last and name.form in {"name", "capital"} and _is_first_name(first):
        return True
    if (
        first.i > 1
        and first.nbor(-1).lower_ == "of"
        and first.nbor(-2).lower_ in lexicon.places["wholes"]
    ):
        return True
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    return after is not None and after.lower_ in lexicon.places["more"]


def _is_of_the_world(word: Token, lexicon: Lexicon) -> bool:
    known = lexicon.names.get(word.text)
    named = known is not None and known.kind == "world" and known.form == "name"
    article = word.i > 0 and word.nbor(-1).lower_ == "the"  # "at the UN Peru refused"
    return named and not article and word.dep_ == "compound" and word.head.i == word.i + 1


def _is_first_name(word: Token) -> bool:
    """Tell whether a name begins a person's: "Israel Katz said", "Jordan Henderson"."""
    behind = word.nbor(1) if word.i + 1 < len(word.doc) else word
    same = behind.ent_type_ == word.ent_type_ == "PERSON" and behind.ent_iob_ == "I"
    return same and word.ent_iob_ == "B" and behind.pos_ == "PROPN" and behind.text.istitle()
