from dataclasses import replace

from briefing_app.domain.position import Stance
from briefing_app.export.essentials import essentials
from tests.export.builders import Dossier


def test_what_is_held_on_two_issues_is_told_once():
    dossier = Dossier()
    first, second, at = dossier.issue("Fish"), dossier.issue("Ports"), dossier.document("A letter")
    for name in ("Peru", "Chile", "Kenya", "Norway", "Japan"):  # more than stand beside each other
        said = dossier.quote(at, f"{name} wants the quota halved.")
        dossier.position(dossier.party(name), Stance.DEMANDS, first, f"a quota for {name}", said)
    told = dossier.positions[0]
    dossier.positions[0] = replace(told, content=replace(told.content, issues=(first, second)))
    holders = essentials(dossier.briefing()).holders
    issues = {holder.party: [each.issue for each in holder.held] for holder in holders}
    assert (issues["Peru"], issues["Chile"]) == (["Fish · Ports"], ["Fish"])
