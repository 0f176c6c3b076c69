"""What a position or an outcome says by a part of its evidence: nothing that only the rest told.

The words of an entry are those of its fullest telling, which stands first. Where that one is left out, they stay only
as far as what is left says them too; a claim that is not said there gives way to the quote.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from briefing_app.domain.evidence import Evidence
from briefing_app.domain.outcome import Account, OutcomeContent
from briefing_app.domain.party import Party
from briefing_app.domain.position import PositionContent

_Value = TypeVar("_Value")
_WORD = re.compile(r"\w+")


def position_as_told(content: PositionContent, evidence: Sequence[Evidence]) -> PositionContent:
    """Let a position say what this evidence of it does; there is at least one."""
    left = replace(content, evidence=tuple(evidence))
    if evidence[0] == content.evidence[0]:
        return left
    said = said_in(evidence)
    return replace(
        left,
        claim=_if_said(content.claim, said, otherwise=evidence[0].quote.exact),
        condition=_if_said(content.condition, said),
        speaker=_if_said(content.speaker, said),
        said_on=None,
        why="",
    )


def outcome_as_told(
    content: OutcomeContent, accounts: Sequence[Account], parties: Iterable[Party]
) -> OutcomeContent:
    """Let an outcome say what these accounts of it do; there is at least one. `parties` are all that are known."""
    left = _with_facts(content, accounts)
    if accounts[0] == content.accounts[0]:
        return left
    said = said_in(account.evidence for account in accounts)
    named = {party.id for party in parties if is_named(party, said)}
    return replace(
        left,
        claim=_if_said(content.claim, said, otherwise=accounts[0].evidence.quote.exact),
        responsible=tuple(each for each in content.responsible if each in named),
        why="",
    )


def _with_facts(content: OutcomeContent, accounts: Sequence[Account]) -> OutcomeContent:
    """Leave out the facts that only an account which is left out gave; one of the reader's own stays."""
    gone = [each for each in content.accounts if each not in accounts]
    first = accounts[0]

    def of(value: _Value, kept: list[_Value], dropped: list[_Value], otherwise: _Value) -> _Value:
        return otherwise if value in dropped and value not in kept else value

    return replace(
        content,
        accounts=tuple(accounts),
        status=of(
            content.status, [a.status for a in accounts], [a.status for a in gone], first.status
        ),
        quantities=of(
            content.quantities,
            [a.quantities for a in accounts],
            [a.quantities for a in gone],
            first.quantities,
        ),
        due=of(content.due, [a.due for a in accounts], [a.due for a in gone], first.due),
    )


def said_in(evidence: Iterable[Evidence]) -> frozenset[str]:
    """Collect the words of quotes, for `is_said`."""
    return frozenset[str]().union(*(_words(each.quote.exact) for each in evidence))


def is_said(words: str, said: frozenset[str]) -> bool:
    """Tell whether every word is in one quote or another."""
    return said.issuperset(_words(words))


def is_named(party: Party, said: frozenset[str]) -> bool:
    """Tell whether a party is named, and not only by what many are called, as “the rebels”."""
    proper = (each for each in party.aliases if all(word[0].isupper() for word in each.split()))
    return any(is_said(name, said) for name in (party.name, *proper))


def with_names_said(party: Party, said: frozenset[str]) -> Party:
    """Leave a party's other names out that are not said."""
    return replace(party, aliases=tuple(each for each in party.aliases if is_said(each, said)))


def _if_said(words: str, said: frozenset[str], otherwise: str = "") -> str:
    return words if is_said(words, said) else otherwise


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
