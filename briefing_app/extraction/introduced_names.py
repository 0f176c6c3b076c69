"""The names that only this text uses, where the words around them show somebody who acts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.extraction.cast import CastBuilder, Hit
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.extraction.parsing import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BRACKETED = re.compile(
    r"\((?:\"|')?(?:the |hereinafter (?:\")?(?:the )?)?(?P<name>[A-Z][\w/-]*(?: [A-Z][\w-]*)?)(?:\"|')?\)"
)
CALENDAR = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "annex", "article", "chapter", "point", "i"]
)
NUMERALS = frozenset({"II", "III", "IV", "VI", "VII", "Jr", "Jr.", "Sr", "Sr."})
WHOLE = frozenset({"republic", "government", "kingdom", "state", "democratic", "federation"})
JOINTLY = frozenset({"parties", "sides", "party", "side"})
UNIONS = frozenset(
    {
        "international",
        "association",
        "union",
        "brotherhood",
        "federation",
        "guild",
        "united",
        "alliance",
    }
)
DELEGATED = frozenset(
    {
        "delegation",
        "team",
        "negotiator",
        "government",
        "delegate",
        "side",
        "representative",
        "leader",
    }
)


def runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Return the stretches of tokens that are written as proper names."""
    start: int | None = None
    for token in doc:
        if _is_proper(token) or (start is not None and _joins(token)):
            start = token.i if start is None else start
        elif start is not None:
            yield start, token.i
            start = None
    if start is not None:
        yield start, len(doc)


def _is_proper(token: Token) -> bool:
    if (
        not token.text[0].isupper()
        or token.lower_.rstrip(".") in CALENDAR
        or token.text in NUMERALS
    ):
        return False
    return token.pos_ == "PROPN" or (
        not token.is_sent_start and token.is_alpha and token.pos_ in {"NOUN", "ADJ"}
    )


def _joins(token: Token) -> bool:
    """Tell whether a small word stands inside a name: "House of Representatives", "Republic of the Congo"."""
    rest = token.doc[token.i + 1 : token.i + 3]
    if token.lower_ == "of" and len(rest):
        return _is_proper(rest[0]) or (
            rest[0].lower_ == "the" and len(rest) > 1 and _is_proper(rest[1])
        )
    if token.lower_ == "the" and token.i and token.nbor(-1).lower_ == "of":
        return True
    return token.text == "-" and len(rest) > 0 and not token.whitespace_ and _is_proper(rest[0])


@dataclass(frozen=True)
class _Name:
    text: str
    kind: str


def mark_introduced(paragraphs: Sequence[Paragraph], lexicon: Lexicon, cast: CastBuilder) -> None:
    """Find the actors that this text introduces, and mark them wherever they are named."""
    story = [each for each in paragraphs if not each.doc.text.isupper()]
    kinds: dict[str, str] = {}
    titled, longer = _surnames(story, lexicon)
    for paragraph in story:
        for start, end in runs(paragraph.doc):
            name = _name(paragraph, start, end, lexicon, cast)
            if (
                name is not None
                and name.text not in (titled if name.kind == "state" else titled | longer)
                and not kinds.get(name.text)
            ):
                kinds[name.text] = name.kind
    owners = _owners(kinds, lexicon, cast)
    for paragraph in paragraphs:
        _mark(paragraph, owners, cast)
    _mark_definitions(paragraphs, cast)


def _surnames(story: Sequence[Paragraph], lexicon: Lexicon) -> tuple[set[str], set[str]]:
    """Return the surnames of titled persons, and the last words of all longer names that are no body's."""
    suffixes = frozenset[str]().union(*lexicon.suffixes.values())
    titled, longer = set[str](), set[str]()
    for doc in (each.doc for each in story):
        for start, end in runs(doc):
            if end - start > 1 and doc[start].lower_ in lexicon.actors["titles"]:
                titled.add(doc[end - 1].text)
            if (
                end - start > 1
                and doc[end - 1].lower_ not in suffixes
                and doc[start].lower_ not in UNIONS | WHOLE
            ):
                longer.add(doc[end - 1].text)
    return titled, longer


def _name(
    paragraph: Paragraph, start: int, end: int, lexicon: Lexicon, cast: CastBuilder
) -> _Name | None:
    doc, whole = paragraph.doc, False
    if any((paragraph.number, i) in cast.hits for i in range(start, end)) and not _is_body(
        doc, start, end, lexicon
    ):
        return None
    while (
        end - start > 2
        and doc[start].lower_ in WHOLE
        and doc[start + 1].lower_ == "of"
        and not _is_unity(doc, start, end)
    ):
        start += 3 if doc[start + 2].lower_ == "the" else 2
        whole = True
    if any((paragraph.number, i) in cast.hits for i in range(start, end)) and whole:
        return None
    kind = "state" if whole else kind_of(doc, start, end, lexicon)
    return _Name(doc[start:end].text, kind) if kind and start < end else None


def _is_unity(doc: Doc, start: int, end: int) -> bool:
    return end - start == 4 and doc[start + 2].lower_ == "national"


def _is_body(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a run with a known name in it is a body of its own: "Sudan Liberation Front", "Serb List"."""
    kinds = ("armed", "union", "group") if end - start > 2 else ("group", "union")
    return end - start > 1 and any(doc[end - 1].lower_ in lexicon.suffixes[kind] for kind in kinds)


def _looks_derived(name: str) -> bool:
    return bool(re.fullmatch(r"[A-Z]\w+(?:an|ian|ese|ish|i|er|ers|ans|ians|ic)", name))


def _owners(
    kinds: Mapping[str, str], lexicon: Lexicon, cast: CastBuilder
) -> dict[str, tuple[int, bool]]:
    """Give each name its actor; a name derived from another, or the last word of one, is that one's."""
    found: dict[str, tuple[int, bool]] = {}
    for name in sorted(kinds, key=lambda each: (_looks_derived(each), -len(each.split()), each)):
        owner = next((other for other in found if _is_form_of(name, other, lexicon)), None)
        derived = owner is not None and _looks_derived(name)
        actor = found[owner][0] if owner is not None else cast.actor(name, kinds[name])
        found[name] = (actor, derived)
        if not derived:
            cast.call(actor, name)
    for name, (actor, _derived) in list(found.items()):
        last = name.split()[-1]
        if " " in name and any(last.lower() in words for words in lexicon.suffixes.values()):
            found.setdefault(last, (actor, False))
    return found


def _is_form_of(name: str, other: str, lexicon: Lexicon) -> bool:
    if _looks_derived(name) and " " not in other:
        shared = next(
            (i for i, (a, b) in enumerate(zip(name, other, strict=False)) if a != b),
            min(len(name), len(other)),
        )
        return shared >= max(4, len(other) - 2)
    if _stem(name) == _stem(other):
        return True
    last = other.rsplit(maxsplit=1)[-1]
    return (
        " " in other
        and name == last
        and any(last.lower() in words for words in lexicon.suffixes.values())
    )


def _stem(name: str) -> str:
    """Fold what names one party: "Liberals", "Liberal", "the Liberal Party"."""
    return name.removesuffix(" Party").removesuffix(" party").removesuffix("s")


def kind_of(doc: Doc, start: int, end: int, lexicon: Lexicon) -> str:
    """Return what kind of actor the words around a name make it; nothing where they make it none."""
    last, first, single = doc[end - 1], doc[start], end - start == 1
    if _is_common(last, lexicon) if single else first.ent_type_ == last.ent_type_ == "PERSON" and not _suffix(last, lexicon):
        return ""
    if {first.lower_, last.lower_} & lexicon.actors["titles"]:
        return ""
    if not single and (kind := _suffix(last, lexicon)):
        return kind
    if last.ent_type_ == "ORG" and _speaks(last, lexicon):
        return "union" if not single and first.lower_ in UNIONS else "company"
    if first.lower_ in UNIONS and end - start > 2:
        return "union"
    return "state" if _is_owner(last, lexicon) or _is_delegated(last) or _acts(last, lexicon) else ""


def _is_common(word: Token, lexicon: Lexicon) -> bool:
    return bool({word.lemma_.lower(), word.lower_} & (lexicon.actors["agents"] | lexicon.actors["joint"]))


def _suffix(last: Token, lexicon: Lexicon) -> str:
    return next((kind for kind, words in lexicon.suffixes.items() if last.lower_ in words), "")


def _is_owner(last: Token, lexicon: Lexicon) -> bool:
    """Tell whether a name is whose minister, delegation or army is spoken of."""
    head, agents = last.head, lexicon.actors["agents"]
    word = head.lemma_.lower()
    if last.dep_ == "poss":
        return word in agents and word not in {
            "people",
            "capital",
            "member",
            "team",
            "chief",
            "head",
        }
    if last.lower_ in lexicon.actors["regions"]:
        return False
    following = last.nbor(1) if last.i + 1 < len(last.doc) else last
    if last.dep_ == "compound" and following.lower_ in {
        "leader",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "negotiator",
        "chairman",
    }:
        return True
    return (
        last.dep_ in {"amod", "compound"}
        and last.lower_ not in lexicon.actors["regions"]
        and word in agents
        and head.i > last.i
        and not head.text[0].isupper()
    )


def _is_delegated(last: Token) -> bool:
    """Tell whether somebody comes from there: "the delegations of Quessant and Marovia", "talks between"."""
    top = last.head if last.dep_ == "conj" else last
    if (
        top.dep_ != "pobj"
        or top.head.lower_ not in {"of", "from", "between"}
        or top.ent_type_ == "PERSON"
    ):
        return False
    governor = top.head.head.lemma_.lower()
    return governor in (
        DELEGATED
        if top.head.lower_ != "between"
        else DELEGATED | {"talk", "negotiation", "agreement", "truce", "deal", "meeting"}
    )


def _speaks(last: Token, lexicon: Lexicon) -> bool:
    """Tell whether a body says or decides something, as its own subject."""
    verb = last.head
    if last.dep_ != "nsubj" or verb.pos_ != "VERB" or (last.text.isupper() and len(last.text) < 3):
        return False
    return verb.lemma_ in lexicon.speech["verbs"] or verb.lemma_ in lexicon.verbs


def _acts(last: Token, lexicon: Lexicon) -> bool:
    """Tell whether a name that is no person's does what only a party does: demands, refuses, is ready to."""
    if last.dep_ != "nsubj" or last.head.pos_ not in {"VERB", "AUX"} or len(last.text) < 3:
        return False
    verb = last.head
    if any(each.dep_ == "appos" for each in last.children):
        return False
    adjective = next((each for each in verb.children if each.dep_ in {"acomp"}), None)
    ready = verb.lemma_ == "be" and adjective is not None and adjective.lemma_ in lexicon.adjectives
    prepared = verb.lemma_ in lexicon.adjectives and verb.tag_ == "VBN"
    cues = lexicon.verbs.get(verb.lemma_, ())
    modal = (
        any(each.tag_ == "MD" for each in verb.children) and verb.lemma_ in lexicon.modal["assent"]
    )
    strong = verb.lemma_ in {
        "want",
        "demand",
        "insist",
        "refuse",
        "reject",
        "offer",
        "accept",
        "agree",
        "propose",
        "ask",
    }
    return ready or prepared or modal or (strong and bool(cues))


def _mark(paragraph: Paragraph, owners: Mapping[str, tuple[int, bool]], cast: CastBuilder) -> None:
    for start, end in runs(paragraph.doc):
        first = start
        while first < end:
            last = next(
                (i for i in range(end, first, -1) if paragraph.doc[first:i].text in owners), None
            )
            if last is not None:
                actor, derived = owners[paragraph.doc[first:last].text]
                cast.mark(
                    paragraph.number, Hit(first, last, actor, "demonym" if derived else "name")
                )
            first = last or first + 1


def _mark_definitions(paragraphs: Sequence[Paragraph], cast: CastBuilder) -> None:
    """Bind what stands in brackets to the name before it, and mark it wherever it stands."""
    defined = _acronyms(paragraphs, cast)
    for paragraph in paragraphs:
        for match in BRACKETED.finditer(paragraph.doc.text):
            hit = _hit_before(paragraph, match.start(), match["name"], cast)
            if hit is not None and match["name"].lower() not in JOINTLY:
                defined[match["name"]] = hit.actor
                cast.call(hit.actor, match["name"])
    for paragraph in paragraphs:
        for token in paragraph.doc:
            further = token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "of"
            if token.text in defined and not further:
                cast.mark(paragraph.number, Hit(token.i, token.i + 1, defined[token.text], "name"))


def _acronyms(paragraphs: Sequence[Paragraph], cast: CastBuilder) -> dict[str, int]:
    """Know a name by its initials where the text writes them without a word: "IAM" for the Machinists."""
    initials = {
        "".join(word[0] for word in label.split() if word[0].isupper()): actor
        for actor, label in enumerate(cast.labels)
        if len(label.split()) > 2
    }
    words = {
        token.text
        for paragraph in paragraphs
        for token in paragraph.doc
        if token.text.isupper() and len(token.text) > 2 and not paragraph.doc.text.isupper()
    }
    found = {
        word: initials[word]
        for word in sorted(words)
        if word in initials and word not in cast.names
    }
    for word, actor in found.items():
        cast.call(actor, word)
    return found


def _hit_before(paragraph: Paragraph, offset: int, name: str, cast: CastBuilder) -> Hit | None:
    """Return the name before a bracket: the nearest, or for an acronym the words whose initials it has."""
    doc = paragraph.doc
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None or span.start == 0:
        return None
    hit = cast.hits.get((paragraph.number, span.start - 1))
    if hit is not None and hit.form != "person":
        return _longer(paragraph, hit, name, cast) or hit
    start = _initials(doc, span.start, name)
    if start is None:
        return None
    actor = cast.actor(doc[start : span.start].text, "group")
    cast.mark(paragraph.number, Hit(start, span.start, actor, "name"))
    return Hit(start, span.start, actor, "name")


def _longer(paragraph: Paragraph, hit: Hit, name: str, cast: CastBuilder) -> Hit | None:
    """Take in the rest of a long name that ends in a known one: "Forces for the Liberation of Rwanda (FLR)"."""
    doc = paragraph.doc
    if (
        not (name.isupper() and len(name) > 2)
        or hit.start < 2
        or doc[hit.start - 1].lower_ not in {"of", "for"}
    ):
        return None
    if "".join(each.text[0] for each in doc[hit.start : hit.end] if each.text[0].isupper()) == name:
        return None
    start = hit.start - 1
    while start > 0 and (
        doc[start - 1].text[0].isupper() or doc[start - 1].lower_ in {"of", "for", "the", "and"}
    ):
        start -= 1
    while not doc[start].text[0].isupper():
        start += 1
    if start >= hit.start or hit.end - start < len(name) - 1:
        return None
    actor = cast.actor(
        doc[start : hit.end].text,
        "armed" if "force" in doc[start : hit.end].text.lower() else "group",
    )
    longer = Hit(start, hit.end, actor, "name")
    cast.mark(paragraph.number, longer)
    return longer


def _initials(doc: Doc, end: int, name: str) -> int | None:
    if not name.isupper() or len(name) < 3:
        return None
    start, letters = end, ""
    while start > 0 and len(letters) < len(name):
        start -= 1
        if doc[start].is_punct and doc[start].text != "-":
            return None
        letters = (doc[start].text[0] if doc[start].text[0].isupper() else "") + letters
    return start if letters == name else None
