"""The names that only this text uses, where the words around them show somebody who acts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing_app.extraction.cast import CastBuilder, Hit
from briefing_app.extraction.known_names import PARTS_OF_THE_WORLD
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.extraction.naming import body_of, kind_of
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.proper_names import runs
from briefing_app.extraction.tokens import Doc, Span

DERIVED = re.compile(r"[A-Z]\w+(?:an|ian|ese|ish|i|er|ers|ans|ians|ic)")
NOUNS = ("s", "stan")  # by which a derived word names a people, or its country
STEM, ENDING = 4, 2  # letters that a derived name shares at least, and may lose at most
OFFICES = frozenset({"ministry", "government", "parliament", "embassy"})
OF_MEMBERS = frozenset(
    {"union", "company", "group", "armed"}
)  # kinds that have committees: "Hamas Political Bureau"
STATE_BODIES = frozenset(
    {"council", "committee", "guard", "force", "forces", "court", "commission", "agency", "board"}
)
TEAMS = frozenset({
    "team", "delegation", "panel", "leadership", "secretariat", "spokesperson", "rebels", "fighters", "militants",
    "commanders", "members", "negotiators", "delegates", "representatives", "officials", "leaders",
})  # fmt: skip
HEADS = frozenset({"president", "minister", "king", "queen", "emir", "sultan"})  # of states
MEDIA = frozenset(
    {"herald", "times", "post", "radio", "tv", "news", "tribune", "gazette", "journal"}
)
OF_TWO = 2  # words of "Republic of"

Owners = Mapping[
    str, tuple[int, bool]
]  # by name: the actor, and whether the name is derived ("Marovian")


@dataclass(frozen=True)
class _Words:
    """Words of a text that are written as names."""

    alone: set[str]
    titled: set[str]  # surnames behind a title
    longer: set[str]  # the endings of longer names that are no body's


def mark_introduced(
    paragraphs: Sequence[Paragraph],
    lexicon: Lexicon,
    cast: CastBuilder,
    also: frozenset[str] = frozenset(),
) -> None:
    """Find the actors that this text introduces, and mark them wherever they are named; also those of these names."""
    story = [each for each in paragraphs if not each.text.isupper()]
    words = _words(story, lexicon)
    kinds = _kinds(story, words, lexicon, cast)
    kinds |= dict.fromkeys(sorted(also - kinds.keys() - words.titled - words.longer), "seat")
    owners = _owners(kinds, lexicon, cast)
    alone = words.alone - words.titled - words.longer
    peoples = _peoples(alone - owners.keys(), owners, lexicon)
    for word, (actor, _derived) in peoples.items():
        if word.endswith(NOUNS):
            cast.call(actor, word)
    owners = {**peoples, **owners}
    named = set[int]()
    for paragraph in paragraphs:
        _mark(paragraph, owners, lexicon, cast, named)


def _kinds(
    story: Sequence[Paragraph], words: _Words, lexicon: Lexicon, cast: CastBuilder
) -> dict[str, str]:
    """Return what kind of actor each name belongs to, by the words around it; no surname belongs to one."""
    found: dict[str, str] = {}
    for paragraph in story:
        for start, end in runs(paragraph.doc, lexicon):
            name, kind = _introduced(paragraph, start, end, lexicon, cast)
            if kind == "company" and _has_surname(paragraph.doc, start, end, words.alone):
                continue
            if kind and name not in (
                words.titled if kind == "state" else words.titled | words.longer
            ):
                found.setdefault(name, kind)
    return found


def _alone(doc: Doc, lexicon: Lexicon) -> Iterator[int]:
    """Return the names of one word, also before an office: "Telmarian" of "Telmarian Interior Minister Vera Moss"."""
    offices = lexicon.actors["titles"] | lexicon.actors["portfolios"]
    return (
        start
        for start, end in runs(doc, lexicon)
        if end - start == 1 or doc[start + 1].lower_ in offices
    )


def _has_surname(doc: Doc, start: int, end: int, alone: set[str]) -> bool:
    """Tell whether a name is a person's: its last word stands for it elsewhere, as no company's does."""
    article = start > 0 and doc[start - 1].lower_ == "the"
    return end - start > 1 and not article and doc[end - 1].text in alone


def _words(story: Sequence[Paragraph], lexicon: Lexicon) -> _Words:
    bodies = lexicon.bodies
    offices = lexicon.actors["titles"] | lexicon.actors["portfolios"]
    openings = lexicon.actors["union_names"] | lexicon.actors["wholes"]
    titled, longer = set[str](), set[str]()
    for doc in (each.doc for each in story):
        for first, last in (
            (doc[start], doc[end - 1]) for start, end in runs(doc, lexicon) if end - start > 1
        ):
            of = any(each.lower_ == "of" for each in doc[first.i : last.i])
            if of or last.lower_ in MEDIA:
                continue  # "Minister of Fisheries of Ellmark", "Ellmark Herald"
            if first.lower_ in lexicon.actors["titles"]:
                titled.add(last.text)
            office = first.nbor(1).lower_ in offices
            if "PERSON" in {first.ent_type_, last.ent_type_} and not office:
                longer.add(first.text)  # by which some are called, in Ethiopia or Thailand
            if last.lower_ not in bodies and first.lower_ not in openings:
                longer |= {doc[i : last.i + 1].text for i in range(first.i + 1, last.i + 1)}
    alone = {each.doc[n].text for each in story for n in _alone(each.doc, lexicon)}
    return _Words(alone, titled, longer)


def _introduced(
    paragraph: Paragraph, start: int, end: int, lexicon: Lexicon, cast: CastBuilder
) -> tuple[str, str]:
    """Return a run's name and kind: "Republic of Tavaru" is the state Tavaru; no kind where it is nobody."""
    doc = paragraph.doc
    if end - start == OF_TWO and doc[start].text in PARTS_OF_THE_WORLD:
        return "", ""  # "South American"
    if paragraph.heading and _is_headline(doc[start:end], lexicon):
        return "", ""
    start = _behind_team(doc, start, end)
    name = lexicon.names.get(doc[start:end].text)
    if name is not None and name.form in {"demonym", "capital"}:
        return "", ""  # "in the Togolese capital": what only says where is nobody new
    if _is_organ(paragraph, start, end, lexicon, cast):
        return "", ""
    known = any((paragraph.number, i) in cast.hits for i in range(start, end))
    if known and not _is_body(doc, start, end, lexicon):
        return "", ""
    state = _state_start(doc, start, end, lexicon)
    if state != start:
        return (doc[state:end].text, "state") if not known else ("", "")
    if (
        end - start > 1
        and doc[end - 1].lower_ in OFFICES
        and _owns_ministry(doc, start, end, lexicon)
    ):
        return doc[start].text, "state"  # "the Kiravian Infrastructure Ministry" is Kiravia's
    return doc[start:end].text, kind_of(doc, start, end, lexicon)


def _owns_ministry(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a ministry's first word is whose it is, not what it is for: "Vardesh Water Resources Ministry"."""
    portfolio = [each.lower_ in lexicon.actors["portfolios"] for each in doc[start : end - 1]]
    of_what = len(portfolio) > 1 and not portfolio[0] and all(portfolio[1:])
    return of_what or _is_derived(doc[start].text)


def _behind_team(doc: Doc, start: int, end: int) -> int:
    """Step over those who negotiate for a body: "Negotiating Team of the Southern Council"."""
    for i in range(start, end - OF_TWO):
        if doc[i].lower_ in TEAMS and doc[i + 1].lower_ == "of":
            return i + OF_TWO + (doc[i + OF_TWO].lower_ == "the")
    return start


def _is_organ(
    paragraph: Paragraph, start: int, end: int, lexicon: Lexicon, cast: CastBuilder
) -> bool:
    """Tell whether a body is somebody's who is named before it: "Peruvian National Security Council"."""
    words = paragraph.doc[start:end]
    named = [cast.hits.get((paragraph.number, i)) for i in (start - 1, start)]
    if named[1] is not None and words[-1].lower_ in lexicon.actors["organs_of_all"]:
        return named[1].form == "name" and cast.kinds[named[1].actor] in OF_MEMBERS
    of_state = next((x for x in named if x is not None and cast.kinds[x.actor] == "state"), None)
    if of_state is None or words[-1].lower_ not in STATE_BODIES:
        return False
    return any(
        each.lower_ in lexicon.actors["organs_of_states"] and each.i >= of_state.end
        for each in words[:-1]
    )


def _is_headline(words: Span, lexicon: Lexicon) -> bool:
    """Tell whether capitalised words are a headline and no name: "Orlando Talks Produce Movement"."""
    return any(each.lower_.removesuffix("s") in lexicon.actors["pairing"] for each in words[:-1])


def _state_start(doc: Doc, start: int, end: int, lexicon: Lexicon) -> int:
    """Step over "Press Service of the Government of the Republic of"; but one "of National Unity" is a name."""
    last = start
    for i in range(start, end - OF_TWO):
        if doc[i].lower_ in HEADS and doc[i + 1].lower_ == "of" and end - i == OF_TWO + 1:
            return i + OF_TWO  # "the President of Melk", who is of no body
        if doc[i].lower_ not in lexicon.actors["wholes"] or doc[i + 1].lower_ != "of":
            continue
        if doc[i + OF_TWO].lower_ == "national":
            break
        last = i + OF_TWO + (doc[i + OF_TWO].lower_ == "the")
    return last if last < end else start


def _is_body(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a run with a known name in it is a body of its own: "Sudan Liberation Front", "Serb List"."""
    kinds = ("armed", "union", "group") if end - start > OF_TWO else ("group", "union")
    last = body_of(doc, start, end, lexicon).lower_  # "the Kyrgyz Side" is the Kyrgyz
    return (
        end - start > 1 and last != "side" and any(last in lexicon.suffixes[kind] for kind in kinds)
    )


def _owners(kinds: Mapping[str, str], lexicon: Lexicon, cast: CastBuilder) -> Owners:
    """Give each name its actor; a name derived from another, or the last word of one, is that one's."""
    bodies = lexicon.bodies
    found: dict[str, tuple[int, bool]] = {}
    for name in sorted(kinds, key=lambda each: (_is_derived(each), -len(each.split()), each)):
        owner = next((other for other in found if _is_form_of(name, other, bodies)), None)
        derived = owner is not None and _is_derived(name)
        alone = _is_derived(name) and kinds[name] == "state"
        label = (
            f"{name} government" if alone else name
        )  # "the Scottish Government", where no Scotland is named
        found[name] = (
            found[owner][0] if owner is not None else cast.actor(label, kinds[name]),
            derived,
        )
        if not derived:
            cast.call(found[name][0], name)
    for name, (actor, _derived) in list(found.items()):
        last = name.rsplit(maxsplit=1)[-1]
        if " " in name and last.lower() in bodies:
            found.setdefault(last, (actor, False))
    return found


def _peoples(words: set[str], owners: Owners, lexicon: Lexicon) -> Owners:
    """Return whose people the words are that are derived from one name only: "the Telmarians" of Telmar."""
    found: dict[str, tuple[int, bool]] = {}
    for word in sorted(each for each in words if _is_derived(each)):
        if _stem(word) in lexicon.names or word in lexicon.names:
            continue  # "the Syrians" are Syria's, and not the Syriac delegation's
        theirs = {
            actor
            for name, (actor, derived) in owners.items()
            if not derived and _is_form_of(word, name, frozenset())
        }
        if len(theirs) == 1:
            found[word] = (theirs.pop(), True)
    return found


def _is_derived(name: str) -> bool:
    return DERIVED.fullmatch(name) is not None


def _is_form_of(name: str, other: str, bodies: frozenset[str]) -> bool:
    if _is_derived(name) and " " not in other:
        return _shared(name, other) >= max(STEM, len(other) - ENDING)
    last = other.rsplit(maxsplit=1)[-1]
    return _stem(name) == _stem(other) or (" " in other and name == last and last.lower() in bodies)


def _shared(name: str, other: str) -> int:
    """Count the letters that two names begin with."""
    return next(
        (i for i, (a, b) in enumerate(zip(name, other, strict=False)) if a != b),
        min(len(name), len(other)),
    )


def _stem(name: str) -> str:
    """Fold what names one party: "Liberals", "Liberal", "the Liberal Party"."""
    return name.removesuffix(" Party").removesuffix(" party").removesuffix("s")


def _mark(
    paragraph: Paragraph, owners: Owners, lexicon: Lexicon, cast: CastBuilder, named: set[int]
) -> None:
    """Mark the names of a paragraph; `named` are those named so far, of whom a last word may now remind."""
    doc = paragraph.doc
    # Nobody calls the Union of Halden "Halden".
    endings = {name.rsplit(maxsplit=1)[-1] for name in owners if " " in name and " of " not in name}
    for start, end in runs(doc, lexicon):
        first = start
        while first < end:
            last = next((i for i in range(end, first, -1) if doc[first:i].text in owners), None)
            goes_on = last is not None and last < end and doc[last].lower_ in {"of", "for"}
            if goes_on and last == first + 1 and doc[first].text in endings:
                break  # "the Alliance of Small Island States" is not the Congo River Alliance
            if last is not None:
                actor, derived = owners[doc[first:last].text]
                # "The Council" of a text that goes on to the Judicial Council is another.
                if doc[first:last].text not in endings or actor in named:
                    hit = Hit(first, last, actor, "demonym" if derived else "name")
                    cast.mark(paragraph.number, hit)
                    named.add(actor)
            first = last or first + 1
