"""The model is loaded once for all tests here: it takes a second."""

import datetime as dt
import importlib.util
import tomllib
from collections.abc import Callable

import pytest

from briefing_app.domain.issue import Issue, IssueId
from briefing_app.domain.proposals import Proposals
from briefing_app.extraction import Parser, extract, load_parser
from briefing_app.extraction.lexicon import load_lexicon
from briefing_app.extraction.parsing import MODELS, parse
from briefing_app.extraction.proposing import propose as by_rules
from briefing_app.paths import resources

TODAY = dt.date(2025, 3, 12)  # a Wednesday
Propose = Callable[..., Proposals]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load_parser()


@pytest.fixture(scope="session")
def model(parser: Parser):
    """Return the model as it is published, but for where sentences begin; `parser` has registered what tells it."""
    name = next(each for each in MODELS if importlib.util.find_spec(each))
    found = importlib.import_module(name).load(exclude=["senter"])
    found.add_pipe("briefing_sentences", before="parser")
    return found


@pytest.fixture(scope="session")
def issues() -> tuple[Issue, ...]:
    rows = tomllib.loads((resources() / "issues.toml").read_text("utf-8"))["issue"]
    return tuple(
        Issue(IssueId(n), row["key"], row["label"], "", row["trigger"])
        for n, row in enumerate(rows)
    )


@pytest.fixture
def propose(parser: Parser, issues: tuple[Issue, ...]) -> Propose:
    """Return what the rules alone propose for a text read on a Wednesday in March 2025."""

    def propose(text: str) -> Proposals:
        return by_rules(
            text,
            parse(text, (), parser),
            date=TODAY,
            issues=issues,
            lexicon=load_lexicon(),
            judge=None,
        )

    return propose


@pytest.fixture
def propose_all(parser: Parser, issues: tuple[Issue, ...]) -> Propose:
    """Return what a text proposes, by the rules and by the classifier."""

    def propose(text: str, *, language: str = "en") -> Proposals:
        return extract(text, (), date=TODAY, issues=issues, parser=parser, language=language)

    return propose
