import datetime as dt

import pytest

from briefing_app.domain.scope import Scope
from briefing_app.operations.choosing import Choice, UnknownNameError, scope_of
from tests.export.builders import istanbul


def test_names_are_found_whatever_their_case():
    choice = Choice(
        issues=("leaders’ MEETING", "issue_2"),
        parties=(" russia ",),
        documents=("istanbul.txt", "Друга зустріч у Стамбулі"),
        since=dt.date(2025, 6, 1),
        confirmed_only=True,
        notes=False,
    )
    assert scope_of(choice, istanbul().briefing()) == Scope(
        issues=(3, 2),
        parties=(2,),
        documents=(1, 2),
        since=dt.date(2025, 6, 1),
        confirmed_only=True,
        notes=False,
    )


def test_two_documents_of_one_title_are_both_meant():
    dossier = istanbul()
    dossier.document("محادثات إسطنبول")
    assert scope_of(Choice(documents=("محادثات إسطنبول",)), dossier.briefing()).documents == (3, 4)


@pytest.mark.parametrize("choice", [{"issues": ("x",)}, {"parties": ("x",)}, {"documents": ("",)}])
def test_a_name_of_nothing_is_told(choice):
    with pytest.raises(UnknownNameError):
        scope_of(Choice(**choice), istanbul().briefing())
