#!/usr/bin/env python3
"""Trains the classifier of clauses, and what makes a party, from the texts in quality/training: `make train`.

With ARGS=--parties it keeps the classifier and only weighs anew what makes a party, which takes a minute. Of
quality/texts it reads only those that `make quality` calls seen, so that the figures of the others are honest.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing_app.domain.outcome import Status
from briefing_app.domain.position import Stance
from briefing_app.extraction import Parser, load_parser
from briefing_app.extraction.classifier import NONE, load_classifier
from briefing_app.extraction.lexicon import load_lexicon
from briefing_app.paths import resources
from tools.quality import PRESS, UNREAD, UNSEEN
from tools.training import roles
from tools.training.digest import digest
from tools.training.examples import QUALITY, of_documents, of_sentences, windows_of
from tools.training.fitting import fit, rows_of
from tools.training.network import begun
from tools.training.shortening import shortened
from tools.training.writing import write


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--parties", action="store_true", help="keep the classifier")
    keep = arguments.parse_args().parties
    started = time.monotonic()
    parser = load_parser()
    taught = sorted(path.stem for path in (QUALITY / "training" / "gold").glob("*.json"))
    if not keep:
        _teach(parser, taught)
    traits = list(roles.of_documents(taught, QUALITY / "training", parser, load_lexicon()))
    roles.write(roles.weights_of(traits), resources() / "lexicon" / "roles.toml")
    print(f"written after {(time.monotonic() - started) / 60:.0f} minutes")
    return 0


def _teach(parser: Parser, taught: Sequence[str]) -> None:
    """Teach a new classifier the clauses of the documents and of the sentences."""
    lexicon = load_lexicon()
    seen = sorted(
        path.stem for path in (QUALITY / "gold").glob("*.json") if path.stem not in UNSEEN
    )
    examples = [
        *of_documents(seen, QUALITY, parser, lexicon),
        *of_documents(taught, QUALITY / "training", parser, lexicon),
        *of_sentences(QUALITY / "training" / "sentences"),
    ]
    labels = (
        [NONE, *(each.value for each in Stance)],
        [NONE, *(each.value for each in Status)],
        sorted({issue for each in examples for issue in each.issues}),
    )
    network, vocabulary = begun((len(labels[0]), len(labels[1]), len(labels[2])))
    numbers = {word: n for n, word in enumerate(vocabulary)}
    print(f"{len(examples)} clauses of {len(seen) + len(taught)} documents and the sentences")
    fit(network, rows_of(examples, numbers, labels))
    press = sorted({path.stem for path in (PRESS / "gold").glob("*.json")} - UNREAD)
    windows = [
        *(each.window for each in examples),
        *windows_of(press, PRESS, parser, lexicon),
    ]
    short = shortened(network, windows, numbers)
    write(short, resources() / "classifier", vocabulary, labels, digest())
    load_classifier.cache_clear()


if __name__ == "__main__":
    sys.exit(main())
