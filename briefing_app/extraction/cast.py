"""Who is named in a document: known states and organisations, and the names that only this text uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.extraction.lexicon import Lexicon, Name
from briefing_app.extraction.parsing import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CAPITALISED = re.compile(r"(?<![\w.])[A-Z][\w'.-]*")
BRACKETED = re.compile(
    r"\((?:\"|')?(?:the |hereinafter )?(?P<name>[A-Z][\w/-]*(?: [A-Z][\w-]*)?)(?:\"|')?\)"
)
CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec monday tuesday wednesday thursday friday saturday sunday annex article chapter".split()
)


@dataclass(frozen=True)
class Actor:
    """Somebody who may negotiate, under the name by which the document calls them best."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hit:
    """A name in a paragraph, by its tokens, and whose it is."""

    start: int
    end: int
    actor: int
    form: str  # name, capital, demonym, person


@dataclass(frozen=True)
class Cast:
    actors: tuple[Actor, ...]
    hits: Mapping[tuple[int, int], Hit]  # by paragraph and token


@dataclass
class CastBuilder:
    """Collects actors while a document is gone through once."""

    names: dict[str, int] = field(default_factory=dict[str, int])
    kinds: list[str] = field(default_factory=list[str])
    labels: list[str] = field(default_factory=list[str])
    aliases: list[dict[str, None]] = field(default_factory=list[dict[str, None]])
    hits: dict[tuple[int, int], Hit] = field(default_factory=dict[tuple[int, int], Hit])

    def actor(self, name: str, kind: str) -> int:
        """Return the number of the actor of this name; a new one where there is none."""
        if name not in self.names:
            self.names[name] = len(self.labels)
            self.labels.append(name)
            self.kinds.append(kind)
            self.aliases.append({})
        return self.names[name]

    def call(self, actor: int, alias: str) -> None:
        self.names.setdefault(alias, actor)
        if alias != self.labels[actor]:
            self.aliases[actor][alias] = None

    def mark(self, paragraph: int, hit: Hit) -> None:
        for token in range(hit.start, hit.end):
            self.hits.setdefault((paragraph, token), hit)

    def build(self) -> Cast:
        actors = tuple(
            Actor(label, kind, tuple(aliases))
            for label, kind, aliases in zip(self.labels, self.kinds, self.aliases, strict=True)
        )
        return Cast(actors, self.hits)


def find_cast(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> CastBuilder:
    """Go through the document for names: first the known, then those that it introduces itself."""
    cast = CastBuilder()
    for paragraph in paragraphs:
        for start, end, name in known_names(paragraph.doc, lexicon.names):
            actor = cast.actor(name.owner, name.kind)
            form = paragraph.doc[start:end].text
            if name.form != "demonym":
                cast.call(actor, form)
            cast.mark(paragraph.number, Hit(start, end, actor, name.form))
    introduced = _introduced(paragraphs, cast, lexicon)
    for paragraph in paragraphs:
        _mark_introduced(paragraph, introduced, cast)
    _mark_definitions(paragraphs, cast)
    return cast


def known_names(doc: Doc, names: Mapping[str, Name]) -> Iterator[tuple[int, int, Name]]:
    """Find the names of the lexicon, the longest first, none inside another."""
    text, done = doc.text, 0
    for match in CAPITALISED.finditer(text):
        if match.start() < done:
            continue
        found = _longest(text, match.start(), names)
        if found is None:
            continue
        span = doc.char_span(match.start(), match.start() + len(found), alignment_mode="expand")
        if span is not None and not _is_part(span[0], span[-1], names[found]):
            done = match.start() + len(found)
            yield span.start, span.end, names[found]


def _longest(text: str, start: int, names: Mapping[str, Name]) -> str | None:
    words = re.compile(r"[\w.'-]+(?: |$)?")
    end, best = start, None
    for _word in range(6):
        match = words.match(text, end)
        if match is None:
            break
        end = match.end()
        raw = text[start:end].rstrip()
        for form in (
            raw,
            raw.rstrip(".,"),
            raw.removesuffix("'s"),
            raw.removesuffix("'"),
            raw.removesuffix("s"),
            raw.removesuffix("'s").removesuffix("s"),
        ):
            if form in names and (
                form != raw.removesuffix("s") or names[form].form == "demonym" or form == raw
            ):
                best = form
                break
    return best


def _is_part(first: Token, last: Token, name: Name) -> bool:
    """Tell whether a name is only part of another: "Michael Jordan", "the Washington Post", "Gulf of Oman"."""
    if (
        first.ent_type_ == "PERSON"
        and first.i > 0
        and first.nbor(-1).ent_type_ == "PERSON"
        and first.ent_iob_ == "I"
    ):
        return name.form in {"name", "capital"}
    if (
        first.i > 1
        and first.nbor(-1).lower_ == "of"
        and first.nbor(-2).lower_
        in {"gulf", "sea", "strait", "bank", "university", "treaty", "north", "south", "city"}
    ):
        return True
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    return after is not None and after.text in {
        "Post",
        "Times",
        "Journal",
        "Sea",
        "City",
        "Street",
        "Accord",
        "Accords",
        "Protocol",
        "University",
        "Airport",
        "River",
    }


def runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Return the stretches of tokens that are written as proper names."""
    start: int | None = None
    for token in doc:
        inside = start is not None
        if _is_proper(token) or (inside and _joins(token)):
            start = token.i if start is None else start
        elif start is not None:
            yield start, token.i
            start = None
    if start is not None:
        yield start, len(doc)


def _is_proper(token: Token) -> bool:
    if (
        not token.text[0].isupper()
        or token.lower_ in CALENDAR
        or token.lower_.rstrip(".") in CALENDAR
    ):
        return False
    return token.pos_ == "PROPN" or (
        not token.is_sent_start
        and token.is_alpha
        and token.pos_ in {"NOUN", "ADJ"}
        and token.text != "I"
    )


def _joins(token: Token) -> bool:
    if token.lower_ == "of" and token.i + 1 < len(token.doc):
        return _is_proper(token.nbor(1))
    return (
        token.text == "-"
        and token.i + 1 < len(token.doc)
        and not token.whitespace_
        and _is_proper(token.nbor(1))
    )


def _introduced(
    paragraphs: Sequence[Paragraph], cast: CastBuilder, lexicon: Lexicon
) -> dict[str, tuple[int, str]]:
    """Return the names that this text introduces as somebody who acts, with the actor and form of each."""
    kinds: dict[str, str] = {}
    counts: dict[str, int] = {}
    for paragraph in paragraphs:
        for start, end in runs(paragraph.doc):
            if any(
                (paragraph.number, i) in cast.hits for i in range(start, end)
            ) and not _is_named_body(paragraph.doc, start, end, lexicon):
                continue
            name = paragraph.doc[start:end].text.removesuffix("'s")
            counts[name] = counts.get(name, 0) + 1
            kind = _kind_of(paragraph.doc, start, end, lexicon)
            if kind and not kinds.get(name):
                kinds[name] = kind
    found: dict[str, tuple[int, str]] = {}
    for name, kind in sorted(
        kinds.items(), key=lambda item: (_looks_derived(item[0]), -len(item[0].split()))
    ):
        owner = _owner(name, found, lexicon)
        actor = found[owner][0] if owner else cast.actor(name, kind)
        found[name] = (actor, "demonym" if _looks_derived(name) and owner else "name")
        if not (_looks_derived(name) and owner):
            cast.call(actor, name)
    return found


def _is_named_body(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a run with a known name in it is a body of its own: "Sudan Liberation Front"."""
    return end - start > 2 and any(
        doc[end - 1].lower_ in lexicon.suffixes[kind] for kind in ("armed", "union", "group")
    )


def _looks_derived(name: str) -> bool:
    return bool(re.fullmatch(r"[A-Z]\w+(?:an|ian|ese|ish|i|er|ers|ans|ians)", name))


def _owner(name: str, found: Mapping[str, tuple[int, str]], lexicon: Lexicon) -> str | None:
    """Return the name that this one is another form of: "Marovian" of Marovia, "the Front" of the National Front."""
    for other in found:
        if other == name:
            continue
        if _looks_derived(name) and " " not in other and _same_stem(name, other):
            return other
        last = other.split()[-1]
        if name == last and any(last.lower() in words for words in lexicon.suffixes.values()):
            return other
        if " " in name and " " not in other and False:
            return other
    return None


def _same_stem(derived: str, name: str) -> bool:
    shared = next(
        (i for i, (a, b) in enumerate(zip(derived, name, strict=False)) if a != b),
        min(len(derived), len(name)),
    )
    return shared >= max(4, len(name) - 2)


def _kind_of(doc: Doc, start: int, end: int, lexicon: Lexicon) -> str:
    """Return what kind of actor the words around a name make it; nothing where they make it none."""
    last, first = doc[end - 1], doc[start]
    if first.lower_ in lexicon.actors["titles"] or (last.ent_type_ == "PERSON" and end - start > 1):
        return ""
    for kind, words in lexicon.suffixes.items():
        if end - start > 1 and last.lower_ in words:
            return kind
    agents = lexicon.actors["agents"]
    head = last.head
    if (
        last.dep_ == "poss"
        and head.lemma_.lower() in agents
        and head.lemma_.lower() not in {"people", "capital", "member"}
    ):
        return "state"
    if (
        last.dep_ in {"amod", "compound"}
        and head.lemma_ in agents
        and head.i >= end
        and not head.text[0].isupper()
    ):
        return "state"
    if (
        last.dep_ == "pobj"
        and head.lower_ in {"of", "from"}
        and head.head.lemma_ in {"delegation", "team", "negotiator", "government", "delegate"}
    ):
        return "state" if end - start == 1 or first.lower_ not in lexicon.actors["titles"] else ""
    return (
        "state"
        if last.dep_ == "conj"
        and last.head.dep_ == "pobj"
        and last.head.head.lower_ in {"of", "between"}
        and last.head.head.head.lemma_ in {"delegation", "negotiator", "talk", "government"}
        and last.ent_type_ != "PERSON"
        else ""
    )


def _mark_introduced(
    paragraph: Paragraph, introduced: Mapping[str, tuple[int, str]], cast: CastBuilder
) -> None:
    for start, end in runs(paragraph.doc):
        first = start
        while first < end:
            for last in range(end, first, -1):
                name = paragraph.doc[first:last].text.removesuffix("'s")
                if name in introduced:
                    actor, form = introduced[name]
                    for i in range(first, last):
                        cast.hits[paragraph.number, i] = Hit(first, last, actor, form)
                    first = last
                    break
            else:
                first += 1


def _mark_definitions(paragraphs: Sequence[Paragraph], cast: CastBuilder) -> None:
    """Bind what stands in brackets to the name before it, and mark it wherever it stands."""
    defined: dict[str, int] = {}
    for paragraph in paragraphs:
        for match in BRACKETED.finditer(paragraph.doc.text):
            span = paragraph.doc.char_span(match.start(), match.end(), alignment_mode="expand")
            if span is None or span.start == 0:
                continue
            hit = next(
                (
                    cast.hits[paragraph.number, i]
                    for i in range(span.start - 1, max(-1, span.start - 4), -1)
                    if (paragraph.number, i) in cast.hits
                ),
                None,
            )
            if hit is not None and hit.form != "person":
                defined[match["name"]] = hit.actor
                cast.call(hit.actor, match["name"])
    for paragraph in paragraphs:
        for token in paragraph.doc:
            if token.text in defined:
                cast.hits[paragraph.number, token.i] = Hit(
                    token.i, token.i + 1, defined[token.text], "name"
                )
