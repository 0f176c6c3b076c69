"""Whose a minister, an army or a delegation is: the actors named beside the noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.extraction import trees
from briefing_app.extraction.known_names import rules_there
from briefing_app.extraction.tokens import Token

if TYPE_CHECKING:
    from briefing_app.extraction.cast import Hit
    from briefing_app.extraction.mentions import Reading
    from briefing_app.extraction.parsing import Paragraph

POSSESSIVE = frozenset({"his", "her", "its", "their", "our", "my"})
BEFORE = frozenset({"poss", "compound", "amod", "nmod", "det", "npadvmod"})
NESTED = frozenset({"conj", "poss", "compound", "amod", "nmod", "appos"})
OF_WHOM = frozenset({"of", "from", "for", "with", "to"})
STANDING = frozenset({"federal", "governmental", "ministerial"})  # of the government's
TO_WHOM = frozenset(
    {"envoy", "representative", "ambassador"}
)  # an envoy for a country is not its own
OTHERS = frozenset(
    {"counterpart", "host", "guest", "rival", "interlocutor", "colleague", "partner", "friend"}
)  # of the other side's than whose they are said to be
DEEPEST = 8
SPOKEN_FOR = 7  # words within which the group is named


def group_spoken_for(reading: Reading, paragraph: Paragraph, hit: Hit) -> int | None:
    """Return for whom a name only speaks: "Tuvalu, for the Alliance of Small Island States, called for"."""
    doc = paragraph.doc
    if hit.end + 2 >= len(doc) or doc[hit.end].text != ",":
        return None
    rest = doc[hit.end + 1 : hit.end + SPOKEN_FOR]
    opening = rest.text.lower()
    if not opening.startswith(("for ", "on behalf of ", "speaking for ", "representing ")):
        return None
    for each in rest:
        behind = reading.hit(paragraph, each)
        if behind is not None:
            closed = behind.end < len(doc) and doc[behind.end].text in {",", "(", "/"}
            return behind.actor if closed else None
    return None


def principals_of(reading: Reading, paragraph: Paragraph, noun: Token) -> tuple[int, ...]:
    """Return the actors that a noun belongs to: by name, possessor, nationality, or "of", "from", "for" whom it is."""
    appositive = trees.child(noun, "appos")
    hit = reading.hit(paragraph, appositive) if appositive is not None else None
    if hit is not None and hit.form == "name":
        return (hit.actor,)
    # "His Peruvian counterpart" is not his, nor is "Chile's counterpart" Chile's.
    before = BEFORE - {"poss"} if noun.lemma_.lower() in OTHERS else BEFORE
    owner = trees.child(noun, "poss") if "poss" in before else None
    found: dict[int, None] = {}
    for each in noun.children:
        if each.i < noun.i and each.dep_ in before and each.lower_ not in POSSESSIVE:
            _gather(reading, paragraph, each, found, depth=DEEPEST)
    if not found:
        found = _behind(reading, paragraph, noun)
    if not found and appositive is not None:
        found = (
            {hit.actor: None} if hit else dict.fromkeys(_described(reading, paragraph, appositive))
        )
    if not found and owner is not None and owner.lower_ in POSSESSIVE:
        found = dict.fromkeys(reading.who(paragraph, owner).actors)
    return tuple(found)


def _described(reading: Reading, paragraph: Paragraph, appositive: Token) -> tuple[int, ...]:
    """Read "the envoy, Norway's foreign minister": the description may tell what the noun does not."""
    found: dict[int, None] = {}
    for each in appositive.children:
        if each.i < appositive.i and each.dep_ in BEFORE:
            _gather(reading, paragraph, each, found, depth=DEEPEST)
    return tuple(found or _behind(reading, paragraph, appositive))


def _behind(reading: Reading, paragraph: Paragraph, noun: Token) -> dict[int, None]:
    """Read "the team from Benghazi", "the head of the ruling council", "officials in Lima"."""
    found: dict[int, None] = {}
    leading = OF_WHOM | {"in"} if rules_there(noun, reading.lexicon) else OF_WHOM
    for each in noun.children:
        if each.i < noun.i or each.dep_ != "prep" or each.lower_ not in leading:
            continue
        inner = trees.child(each, "pobj")
        if inner is None or (noun.lemma_ in TO_WHOM and each.lower_ in {"for", "to"}):
            continue
        lemma = inner.lemma_.lower()
        agent = each.lower_ != "with" and (
            lemma in reading.lexicon.actors["agents"] or lemma in reading.classes
        )
        if agent or reading.hit(paragraph, inner) is not None:
            found |= dict.fromkeys(reading.who(paragraph, inner).actors)
    return found


def _gather(
    reading: Reading, paragraph: Paragraph, token: Token, found: dict[int, None], *, depth: int
) -> None:
    hit = reading.hit(paragraph, token)
    if hit is not None:
        found[hit.actor] = None
    elif (
        token.dep_ in {"compound", "amod"}
        and token.lemma_.lower() in STANDING | reading.classes.keys()
    ):
        ruled = "government" if token.lemma_.lower() in STANDING else token.lemma_.lower()
        found |= dict.fromkeys([reading.classes[ruled]] if ruled in reading.classes else [])
    elif token.dep_ == "poss":
        found |= dict.fromkeys(reading.who(paragraph, token).actors)
        return
    for each in token.children if depth else ():
        if each.dep_ in NESTED:
            _gather(reading, paragraph, each, found, depth=depth - 1)
