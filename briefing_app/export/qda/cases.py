"""The outcomes as cases of REFI-QDA, their facts as variables."""

from collections.abc import Iterable, Mapping
from uuid import UUID
from xml.etree.ElementTree import Element, SubElement

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.labels import STATUSES
from briefing_app.domain.outcome import Outcome, OutcomeId
from briefing_app.domain.wording import due_words, quantities_words, responsible_words
from briefing_app.export.cleaning import in_one_line
from briefing_app.export.lasting_names import LastingNames
from briefing_app.language import N_, _

# Each variable with its type and the element that a value of the type stands in.
_VARIABLES = {
    N_("Status"): ("Text", "TextValue"),
    N_("Who must act"): ("Text", "TextValue"),
    N_("How many"): ("Text", "TextValue"),
    N_("By when"): ("Text", "TextValue"),
    N_("Latest day"): ("Date", "DateValue"),
    N_("Ticked off"): ("Boolean", "BooleanValue"),
    N_("Disputed"): ("Boolean", "BooleanValue"),
}


def cases(
    briefing: Briefing, names: LastingNames, selections: Mapping[OutcomeId, Iterable[UUID]]
) -> tuple[Element, Element] | None:
    """Write the variables and a case for each outcome with the selections that tell it; None where there is none."""
    if not briefing.outcomes:
        return None
    variables, written = Element("Variables"), Element("Cases")
    guids = {name: str(names.named("variable", name)) for name in _VARIABLES}
    for name, (kind, _value) in _VARIABLES.items():
        head = {"guid": guids[name], "name": _(name), "typeOfVariable": kind}
        SubElement(variables, "Variable", head)
    for outcome in briefing.outcomes:
        evidence = outcome.content.accounts[0].evidence
        head = {
            "guid": str(names.of("case", evidence)),
            "name": in_one_line(outcome.content.claim),
        }
        case = SubElement(written, "Case", head)
        for name, value in _values(briefing, outcome).items():
            told = SubElement(case, "VariableValue")
            SubElement(told, "VariableRef", {"targetGUID": guids[name]})
            SubElement(told, _VARIABLES[name][1]).text = value
        for selection in selections.get(outcome.id, ()):
            SubElement(case, "SelectionRef", {"targetGUID": str(selection)})
    return variables, written


def _values(briefing: Briefing, outcome: Outcome) -> dict[str, str]:
    """Give the facts that there are, by variable."""
    content = outcome.content
    latest = content.due.latest if content.due else None
    told = {
        "Status": STATUSES[content.status].word,
        "Who must act": in_one_line(responsible_words(briefing, content)),
        "How many": in_one_line(quantities_words(content)),
        "By when": in_one_line(due_words(content.due)),
        "Latest day": latest.isoformat() if latest else "",
        "Ticked off": str(content.ticked).lower(),
        "Disputed": str(content.disputed).lower(),
    }
    return {name: value for name, value in told.items() if value}
