"""How much of the dossier a briefing covers, in sentences: who reads it must know what was left out."""

from collections.abc import Iterator

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.citing import quoted
from briefing_app.domain.scope import Scope
from briefing_app.export.cleaning import in_one_line
from briefing_app.language import _, format_list, format_long_date


def scope_words(briefing: Briefing, scope: Scope) -> Iterator[str]:
    """Say what was chosen; the Briefing is what is left."""
    chosen = (
        (scope.issues, _("Only on {names}."), (each.label for each in briefing.issues)),
        (scope.parties, _("Only of {names}."), (each.name for each in briefing.columns)),
        (
            scope.documents,
            _("Only from {names}."),
            (quoted(each.title) for each in briefing.documents),
        ),
    )
    for wanted, sentence, names in chosen:
        if wanted:
            yield in_one_line(sentence.format(names=format_list(names)))
    if scope.since and scope.until:
        days = format_long_date(scope.since), format_long_date(scope.until)
        yield _("Only from documents of {since} to {until}.").format(since=days[0], until=days[1])
    elif scope.since:
        yield _("Only from documents since {day}.").format(day=format_long_date(scope.since))
    elif scope.until:
        yield _("Only from documents until {day}.").format(day=format_long_date(scope.until))
