import datetime as dt

from briefing_app.domain.proposals import Proposals
from briefing_app.extraction import as_json

TEXT = (
    "Peru and Chile met in Lima. The two sides agreed to free 30 sailors by 20 March. "
    "No date was set for a meeting of the presidents. Peru rejected the map."
)


def test_the_form_is_the_guidelines(propose):
    form = as_json("lima", dt.date(2025, 3, 12), TEXT, propose(TEXT))
    assert (form["document"], form["date"]) == ("lima", "2025-03-12")
    assert {party["name"]: party["role"] for party in form["parties"]} == {
        "Peru": "party",
        "Chile": "party",
    }
    [position] = form["positions"]
    assert (position["party"], position["stance"], position["quote"]) == (
        "Peru",
        "rejects",
        "Peru rejected the map",
    )
    agreed, undated = form["outcomes"]
    assert agreed["quantity"] == [{"value": 30, "unit": "sailors", "qualifier": None}]
    assert agreed["due"] == {"text": "by 20 March", "earliest": None, "latest": "2025-03-20"}
    assert sorted(agreed["responsible"]) == ["Chile", "Peru"]
    assert undated["due"]["none_set"] is True


def test_every_quote_is_the_text_at_its_span(propose):
    form = as_json("lima", None, TEXT, propose(TEXT))
    for record in [*form["positions"], *form["outcomes"]]:
        for place in [record, *record["also"]]:
            assert TEXT[place["start"] : place["end"]] == place["quote"]


def test_a_refusal_is_said():
    assert as_json("x", None, "", Proposals(refusal="No."))["refusal"] == "No."
