"""How the parts of a Briefing are put into words: the same on screen and in every export."""

from briefing_app.domain.briefing import Briefing, Citation
from briefing_app.domain.citing import spot_words
from briefing_app.domain.labels import CHANNELS, QUALIFIERS
from briefing_app.domain.outcome import Account, Due, OutcomeContent, Quantity
from briefing_app.domain.position import Channel, PositionContent
from briefing_app.language import (
    _,
    comma,
    format_date,
    format_list,
    format_long_date,
    format_number,
    ngettext,
)


def quantity_words(quantity: Quantity) -> str:
    """Write a quantity as a person does: at least 6,000 bodies."""
    known = QUALIFIERS.get(quantity.qualifier)
    qualifier = _(known) if known else quantity.qualifier
    parts = (qualifier, format_number(quantity.value), quantity.unit)
    return " ".join(part for part in parts if part)


def due_words(due: Due | None) -> str:
    """Say by when: by 30 June 2025, between two days, no date set, or in the text's own vague words."""
    if due is None:
        return ""
    if due.none_set:
        return _("no date set")
    if due.earliest and due.latest and due.earliest != due.latest:
        return _("{earliest} to {latest}").format(
            earliest=format_long_date(due.earliest), latest=format_long_date(due.latest)
        )
    if due.earliest and due.latest:
        return _("on {day}").format(day=format_long_date(due.latest))
    if due.latest:
        return _("by {day}").format(day=format_long_date(due.latest))
    if due.earliest:
        return _("from {day}").format(day=format_long_date(due.earliest))
    return due.text


def word_of(content: PositionContent) -> str:
    """Say on whose word a position stands."""
    if content.channel in (Channel.OTHER_PARTY, Channel.THIRD) and content.speaker:
        plural = content.speaker.endswith("s")  # the United States’, and not the United States’s
        sentence = _("on {speaker}’ word") if plural else _("on {speaker}’s word")
        return sentence.format(speaker=content.speaker)
    return _(CHANNELS[content.channel])


def holder_words(briefing: Briefing, content: PositionContent) -> str:
    """Say who hold it: France, Germany and the United Kingdom."""
    return format_list(briefing.party(party).name for party in content.holders)


def joint_words(content: PositionContent) -> str:
    """Say, where one of those who hold a position is named, with how many others; nothing where it is alone."""
    others = len(content.holders) - 1
    if not others:
        return ""
    return ngettext("jointly with {count} other", "jointly with {count} others", others).format(
        count=format_number(others)
    )


def responsible_words(briefing: Briefing, content: OutcomeContent) -> str:
    """Say who must act: Russia and Ukraine."""
    return format_list(briefing.party(party).name for party in content.responsible)


def quantities_words(content: OutcomeContent | Account) -> str:
    return format_list(quantity_words(quantity) for quantity in content.quantities)


def place_words(briefing: Briefing, citation: Citation) -> str:
    """Say where evidence stands: ¶3, and of which document where there are several."""
    place = spot_words(citation.spot)
    if len(briefing.documents) == 1:
        return place
    document = briefing.document(citation.document)
    if document.date:
        return f"{format_date(document.date)} {place}"
    return f"{document.title} {place}"


def disagreement_words(content: OutcomeContent) -> str:
    """Say what the accounts of an outcome differ in, one after the other."""
    accounts = [
        comma().join(part for part in (quantities_words(each), due_words(each.due)) if part)
        for each in content.accounts
    ]
    told = list(dict.fromkeys(account for account in accounts if account))
    return _("{count} accounts differ: {accounts}").format(
        count=len(content.accounts), accounts=" / ".join(told)
    )
