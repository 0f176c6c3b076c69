"""A document's text to proposals: who negotiates, what each wants, what came of it. Nothing is decided here."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

from briefing_app.domain.document import Block
from briefing_app.domain.issue import Issue
from briefing_app.domain.proposals import Proposals
from briefing_app.extraction.classifier import load_classifier
from briefing_app.extraction.form import as_json
from briefing_app.extraction.lexicon import load_lexicon
from briefing_app.extraction.listening import Listener, Report, unheard
from briefing_app.extraction.parsing import ModelMissingError, Parser, load_parser, parse
from briefing_app.language import _

_UNTOLD = 20_000  # code points: more of them in no language that can be told are no prose

__all__ = ["ModelMissingError", "Parser", "as_json", "extract", "load_parser"]


def extract(  # noqa: PLR0913 (all but the first two are given by name)
    text: str,
    blocks: tuple[Block, ...],
    *,
    date: dt.date | None,
    issues: Sequence[Issue],
    parser: Parser | None = None,
    language: str = "en",
    report: Report = unheard,
) -> Proposals:
    """Propose what one document says. A parser that is passed in is used again; else one is loaded.

    `report` hears how many of how many clauses are judged, once the text is parsed; what it raises ends the work.

    Raises ModelMissingError where no English model is installed.
    """
    from briefing_app.extraction.proposing import propose  # noqa: PLC0415

    if language not in {"", "en"}:
        return Proposals(
            refusal=_("Proposals are made for English texts only; this one can be marked by hand.")
        )
    if not language and len(text) > _UNTOLD:
        return Proposals(
            refusal=_(
                "The language of this text cannot be told; where it is English, say so (en) beside its title and date, "
                "and have it read again."
            )
        )
    if not text.strip():
        return Proposals()
    paragraphs = parse(text, blocks, parser or load_parser())
    classifier, listener = load_classifier(), Listener(report)
    return propose(
        text,
        paragraphs,
        date=date,
        issues=issues,
        lexicon=load_lexicon(),
        judge=partial(classifier.judge, report=listener.step) if classifier is not None else None,
        ask=listener.ask,
    )
