"""Fits how much each trait of an actor says for it as a party, and writes it into the lexicon.

The traits are those that the classifier sees in documents which it has learned from: a little cleaner than any later.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from briefing_app.extraction.classifier import load_classifier
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.extraction.mediating import standing_of
from briefing_app.extraction.opinions import opinions_on
from briefing_app.extraction.parsing import Parser, parse
from briefing_app.extraction.proposing import understand
from briefing_app.extraction.reconsidering import reconsidered
from briefing_app.extraction.stances import find_stances
from briefing_app.extraction.traits import Traits, traits_of
from tools.training.examples import score

ENOUGH = 0.48  # of the likelihood; from 0.46 to 0.5 it makes little difference
HEADING = """\
# How much each trait of an actor says for it as a party. Written by `make train`; not to be edited by hand.
"""


def of_documents(
    names: Sequence[str], folder: Path, parser: Parser, lexicon: Lexicon
) -> Iterator[tuple[Traits, bool]]:
    """Return the traits of every actor of the named documents, and whether it is a party by the gold."""
    classifier = load_classifier()
    if classifier is None:
        raise SystemExit("There is no classifier yet: its judgement is one of the traits.")
    for name in names:
        gold = json.loads((folder / "gold" / f"{name}.json").read_text("utf-8"))
        text = (folder / "texts" / f"{name}.txt").read_text("utf-8-sig")
        reading, heard = understand(text, parse(text, (), parser), lexicon)
        opinions = opinions_on(reading, heard, classifier.judge)
        frames = reconsidered(find_stances(reading, heard), opinions, reading)
        known = score.Names(gold["parties"])
        traits = traits_of(reading, frames, standing_of(reading))
        for actor, each in zip(reading.cast.actors, traits, strict=True):
            number = known.id_of(actor.name, *actor.aliases)
            party: dict[str, Any] = gold["parties"][number] if number is not None else {}
            if not party.get("optional"):
                yield each, party.get("role") == "party"


def weights_of(examples: Sequence[tuple[Traits, bool]]) -> Mapping[str, float]:
    columns = DictVectorizer(sparse=False)
    table = columns.fit_transform([dict(traits) for traits, _party in examples])
    fitted = LogisticRegression(max_iter=5000).fit(table, [party for _traits, party in examples])
    named = zip(columns.get_feature_names_out(), fitted.coef_[0], strict=True)
    found = {str(name): round(float(weight), 2) for name, weight in named}
    return {"always": round(float(fitted.intercept_[0]), 2), "enough": ENOUGH, **found}


def write(weights: Mapping[str, float], path: Path) -> None:
    lines = [f"{name} = {weight}\n" for name, weight in weights.items()]
    path.write_text(HEADING + "".join(lines), "utf-8")
