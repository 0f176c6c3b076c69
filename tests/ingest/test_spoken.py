import pytest

from briefing_app.ingest.spoken import language_of

ENGLISH = "The delegations agreed to exchange all prisoners of war. " * 100
FRENCH = "Les délégations ont convenu d’échanger tous les prisonniers de guerre. " * 100
CONTENTS = "".join(f"{n}. {'.' * 80} {n}\n" for n in range(100))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        (CONTENTS + ENGLISH + ENGLISH, "en"),
        ("a@b," * 9000, ""),
        ("Yes.", ""),
    ],
)
def test_the_language_is_told_by_the_start_or_the_middle(text: str, told: str):
    assert language_of(text) == told
