"""The actors of a document as parties, by every name that it has for them."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.domain.party import Role
from briefing_app.domain.proposals import ProposedOutcome, ProposedParty, ProposedPosition
from briefing_app.extraction import trees
from briefing_app.extraction.cases import Case
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.who import Mention

ORDER = [Role.PARTY, Role.MEDIATOR, Role.HOST, Role.OTHER]
LONGEST = 4  # words before a noun that still make a name of it


def proposed_parties(
    case: Case, positions: Sequence[ProposedPosition], outcomes: Sequence[ProposedOutcome]
) -> tuple[ProposedParty, ...]:
    """Propose whoever negotiates, mediates or hosts, and whoever else a proposal names."""
    named = {name for each in positions for name in (each.party, *each.also_party)}
    named |= {name for each in outcomes for name in each.responsible}
    phrases = _phrases(case)
    found = [
        ProposedParty(
            actor.name, role, tuple(dict.fromkeys([*actor.aliases, *phrases.get(actor.name, ())]))
        )
        for actor, role in zip(case.reading.cast.actors, case.roles, strict=True)
        if role is not Role.OTHER or actor.name in named
    ]
    return tuple(sorted(found, key=lambda each: ORDER.index(each.role)))


def _phrases(case: Case) -> dict[str, list[str]]:
    """Return by which words the document calls each actor besides its names: "the Ukrainian delegation"."""
    found: dict[str, list[str]] = {}
    for paragraph in case.reading.each_paragraph():
        for mention in case.reading.mentions(paragraph):
            words = _phrase(case, paragraph, mention)
            if words:
                found.setdefault(case.name(mention.who.actors[0]), []).append(words)
    return found


def _phrase(case: Case, paragraph: Paragraph, mention: Mention) -> str:
    token = paragraph.doc[mention.token]
    if named := _of_whom(case, paragraph, mention):
        return named
    before = list(paragraph.doc[token.left_edge.i : token.i])
    if (
        len(mention.who.actors) != 1
        or token.lemma_.lower() in case.lexicon.actors["papers"]  # what is theirs is not they
        or not 0 < len(before) <= LONGEST
        or case.reading.hit(paragraph, token) is not None
    ):
        return ""
    if any(
        each.is_punct or each.pos_ in {"PRON", "VERB"} or each.dep_ == "nummod" for each in before
    ):
        return ""
    hits = [hit.actor for each in before if (hit := case.reading.hit(paragraph, each)) is not None]
    common = before[0].lower_ == "the" and token.lemma_.lower() in case.reading.classes
    words = paragraph.doc[token.left_edge.i : token.i + 1].text
    return words if mention.who.actors[0] in hits or common else ""


def _of_whom(case: Case, paragraph: Paragraph, mention: Mention) -> str:
    """Return the words where the name stands behind: "the Government of Yemen", "the team from Benghazi"."""
    token, agents = paragraph.doc[mention.token], case.lexicon.actors["agents"]
    acting = token.lemma_.lower() in agents or case.reading.class_of(token)
    for each in token.children if acting else ():
        name = trees.child(each, "pobj") if each.lower_ in {"of", "from"} else None
        hit = case.reading.hit(paragraph, name) if name is not None else None
        if (
            hit is not None
            and mention.who.actors == (hit.actor,)
            and hit.start <= token.i + LONGEST
        ):
            return paragraph.doc[token.left_edge.i : hit.end].text.removesuffix(".")
    return ""
