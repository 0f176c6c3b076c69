"""How the history names what an operation was about."""

from briefing_app.domain.labels import STANCES
from briefing_app.domain.outcome import OutcomeContent
from briefing_app.domain.position import PositionContent
from briefing_app.language import _, format_list
from briefing_app.store import Store

_LONGEST = 60


def position_name(store: Store, content: PositionContent) -> str:
    """Name a position: Russia: rejects ceasefire; of several holders all are named."""
    names = {each.id: each.name for each in store.parties()}
    issue = next(each.label for each in store.issues() if each.id == content.issues[0])
    stance = STANCES[content.stance].word
    return _("{party}: {stance} {issue}").format(
        party=format_list(names[each] for each in content.holders),
        stance=_small(stance),
        issue=_small(issue),
    )


def outcome_name(content: OutcomeContent) -> str:
    return short(content.claim)


def short(words: str) -> str:
    """Keep as much of a sentence as a menu has room for."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _small(word: str) -> str:
    """Begin a word inside a sentence, but leave an abbreviation as it is."""
    return word if word[1:2].isupper() else word[:1].lower() + word[1:]
