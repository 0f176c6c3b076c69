"""The named entities are those that the model's own recogniser finds."""

from briefing_app.extraction.entities import Recogniser

TEXTS = [
    "Peru",
    "The United Nations Security Council met in New York on Tuesday; Ms Ana María Ruiz of Peru spoke first.",
    "Kofi Annan  and\tDr. Lakhdar Brahimi left Geneva.   On 20-30 June, 2,000 of the $5 billion",
    "“We,” said John",
    "…",
    "🕊 The European Union’s Josep Borrell 🕊🕊 told CNN: No. Nobody from the World Trade Organization. Left",
    "a b c",
    "مرحبا Cairo",
]


def test_they_are_those_of_the_model(model):
    recogniser = Recogniser(model.get_pipe("ner"))
    with model.select_pipes(disable=["ner"]):
        parsed = list(model.pipe(TEXTS))
    theirs = [model.get_pipe("ner")(each.copy()) for each in parsed]
    ours = list(recogniser.pipe(parsed))
    assert [_named(each) for each in ours] == [_named(each) for each in theirs]
    assert {"PERSON", "GPE", "ORG"} <= {
        label for each in ours for _start, _end, label in _named(each)
    }
    assert max(end - start for each in ours for start, end, _label in _named(each)) > 3
    assert [[word.ent_iob_ for word in each] for each in ours] == [
        [word.ent_iob_ for word in each] for each in theirs
    ]


def _named(doc) -> list[tuple[int, int, str]]:
    return [(each.start, each.end, each.label_) for each in doc.ents]
