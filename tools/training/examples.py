"""What the classifier learns from: the clauses of annotated documents, and sentences with one marked clause."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing_app.extraction.classifier import NONE
from briefing_app.extraction.clauses import Clause, clauses_of, doer_of, holders_of
from briefing_app.extraction.frames import to_span
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.parsing import Parser, parse
from briefing_app.extraction.proposing import understand
from briefing_app.extraction.who import Who
from briefing_app.extraction.windows import Window, window_of

QUALITY = Path(__file__).resolve().parents[2] / "quality"
sys.path.insert(0, str(QUALITY))
import score  # noqa: E402 (the scorer decides what a clause has found; it is no package)

CLOSE, NEARLY = 0.45, 0.8  # shares of overlap: enough to be the record's clause; of the best one
HALF = 0.5  # what a record counts that may be found or left
MARKED = re.compile(r"\{(.*)\}")


@dataclass
class Example:
    """A window with the right answers: any of several labels; nothing where it is not known."""

    window: Window
    stances: Sequence[str] = ()
    statuses: Sequence[str] = ()
    issues: Sequence[str] = ()
    stance_weight: float = 1.0
    status_weight: float = 1.0


@dataclass
class _Place:
    """A clause for one possible holder, while it is being labelled."""

    example: Example
    span: dict[str, int]
    holders: set[int]
    held: bool


Telling = tuple[
    dict[str, Any], dict[str, Any], bool
]  # a record, where it is told, whether it counts half


def of_documents(
    names: Sequence[str], folder: Path, parser: Parser, lexicon: Lexicon
) -> Iterator[Example]:
    """Label every clause of the named documents by their gold."""
    for name in names:
        gold = json.loads((folder / "gold" / f"{name}.json").read_text("utf-8"))
        text = (folder / "texts" / f"{name}.txt").read_text("utf-8-sig")
        places = list(_places(text, gold, parser, lexicon))
        known = score.Names(gold["parties"])

        def theirs(place: _Place, record: dict[str, Any], known: score.Names = known) -> bool:
            return bool(
                place.holders & {known.id_of(each) for each in score.labels(record, "party")}
            )

        _label(places, _tellings(gold["positions"]), "stance", theirs)
        _label(places, _tellings(gold["outcomes"]), "status", None)
        yield from (place.example for place in places)


def windows_of(
    names: Sequence[str], folder: Path, parser: Parser, lexicon: Lexicon
) -> Iterator[Window]:
    """Return every clause of the named documents, for each whose position it may be, without any answer."""
    for name in names:
        text = (folder / "texts" / f"{name}.txt").read_text("utf-8-sig")
        for _reading, clause, by_speaker, _holder in _clauses(text, parser, lexicon):
            yield window_of(clause, by_speaker=by_speaker)


def _clauses(
    text: str, parser: Parser, lexicon: Lexicon
) -> Iterator[tuple[Reading, Clause, bool, Who]]:
    paragraphs = parse(text, (), parser)
    reading, heard = understand(text, paragraphs, lexicon)
    for paragraph in paragraphs:
        for clause in clauses_of(reading, heard, paragraph) if not paragraph.heading else ():
            for by_speaker, holder in holders_of(clause):
                yield reading, clause, by_speaker, holder


def _places(text: str, gold: dict[str, Any], parser: Parser, lexicon: Lexicon) -> Iterator[_Place]:
    known = score.Names(gold["parties"])
    for reading, clause, by_speaker, holder in _clauses(text, parser, lexicon):
        span = to_span(clause.paragraph, clause.first, clause.end)
        holders = _known_as(holder, reading, known, gold)
        if not by_speaker:
            holders |= _called(clause, known, lexicon)
        yield _Place(
            Example(window_of(clause, by_speaker=by_speaker)),
            {"start": span.start, "end": span.end},
            holders,
            bool(holder),
        )


def _known_as(holder: Who, reading: Reading, known: score.Names, gold: dict[str, Any]) -> set[int]:
    """Return which parties of the gold a holder is, by number."""
    if holder.joint and not holder.actors:
        return {n for n, party in enumerate(gold["parties"]) if party["role"] == "party"}
    actors = (reading.cast.actors[each] for each in holder.actors)
    return {n for each in actors if (n := known.id_of(each.name, *each.aliases)) is not None}


def _called(clause: Clause, known: score.Names, lexicon: Lexicon) -> set[int]:
    """Return which party of the gold the subject's own words name: "the Government", "ministers"."""
    subject = doer_of(clause.head, lexicon)
    if subject is None:
        return set()
    words = subject.doc[subject.left_edge.i : subject.i + 1].text
    return {n for n in [known.id_of(words, subject.text)] if n is not None}


def _tellings(records: Sequence[dict[str, Any]]) -> Iterator[Telling]:
    for record in records:
        yield record, record, bool(record.get("optional"))
        yield from ((record, each, True) for each in record.get("also", []))


def _label(
    places: Sequence[_Place],
    tellings: Iterator[Telling],
    key: str,
    fits: Callable[[_Place, dict[str, Any]], bool] | None,
) -> None:
    """Give each clause the label of the record that it tells; what only touches one stays unknown."""
    best: dict[int, tuple[float, dict[str, Any], bool]] = {}
    touched: set[int] = set()
    for record, telling, half in tellings:
        shares = [(score.covers(place.span, telling), n) for n, place in enumerate(places)]
        near = [
            (share, n) for share, n in shares if share and (fits is None or fits(places[n], record))
        ]
        touched |= {n for _share, n in near}
        if fits is not None:  # nobody knows whose these are
            touched |= {n for share, n in shares if share and not places[n].holders}
        enough = max(CLOSE, NEARLY * max((share for share, _n in near), default=0.0))
        for share, n in near:
            if share >= enough and (n not in best or best[n][0] < share):
                best[n] = share, record, half
    plural = {"stance": "stances", "status": "statuses"}[key]
    for n, place in enumerate(places):
        if n in best:
            _share, record, half = best[n]
            setattr(place.example, plural, [record[key], *record.get(f"also_{key}", [])])
            setattr(place.example, f"{key}_weight", HALF if half else 1.0)
            place.example.issues = record["issues"]
        elif n not in touched and (fits is None or place.held):
            setattr(place.example, plural, [NONE])


def of_sentences(folder: Path) -> Iterator[Example]:
    """Read sentences: labels, a tab, and the sentence with its clause in braces and its holder in brackets."""
    for line in _lines(folder / "stances.tsv"):
        labels, sentence = line
        yield Example(_marked(sentence, by_speaker="[" not in _inside(sentence)), stances=labels)
    for labels, sentence in _lines(folder / "statuses.tsv"):
        yield Example(_marked(sentence, by_speaker=False), statuses=labels)
    for number, (labels, sentence) in enumerate(_lines(folder / "issues.tsv")):
        yield Example(Window("", sentence, "", by_speaker=number % 2 == 0), issues=labels)


def _lines(path: Path) -> Iterator[tuple[list[str], str]]:
    for line in path.read_text("utf-8").splitlines():
        labels, _tab, sentence = line.partition("\t")
        yield labels.split(","), sentence


def _inside(sentence: str) -> str:
    match = MARKED.search(sentence)
    return match[1] if match else sentence


def _marked(sentence: str, *, by_speaker: bool) -> Window:
    match = MARKED.search(sentence)
    start, end = match.span() if match else (0, len(sentence))
    return Window(
        _bare(sentence[:start]),
        _bare(_inside(sentence)),
        _bare(sentence[end:]),
        by_speaker=by_speaker,
    )


def _bare(words: str) -> str:
    return re.sub(r"[\[\]{}]", "", words)
