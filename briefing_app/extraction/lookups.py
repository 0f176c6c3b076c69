"""Lets spaCy look up what it would search for: the same parts of speech and lemmas in four fifths of the parser's time.

Loaded only with the parser: it imports what spaCy runs on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TOLD_BY = {"TAG", "LOWER", "IS_SPACE", "DEP"}  # what a word is known by once it is parsed

Pattern = list[dict[str, Any]]  # a word each
Match = tuple[int, int, int]  # of which rule, from which token to which


def look_up(model: Language) -> None:
    """Have a language's rules for parts of speech and lemmas look words up."""
    for _name, pipe in model.pipeline:
        if isinstance(pipe, AttributeRuler):
            pipe.matcher = cast("Matcher", RememberedMatcher(pipe))
        elif isinstance(pipe, Lemmatizer) and pipe.lookups.has_table("lemma_index"):
            index = pipe.lookups.get_table("lemma_index")
            for part in index:
                index[part] = frozenset(index[part])  # 57,528 nouns, of which it asks for one


class RememberedMatcher:
    """Finds what an attribute ruler's own matcher finds, but tries most rules once for each kind of word.

    Most of the rules read one word's tag, relation and letters, of which only those that some rule names matter.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._single, self._others = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self._known: dict[tuple[int, int, int, bool], tuple[int, ...]] = {}
        named = set[str]()
        for number, rule in enumerate(ruler.patterns):
            patterns = cast("list[Pattern]", rule["patterns"])
            single = all(_is_of_one_word(each) for each in patterns)
            if single:
                named.update(word for each in patterns for word in _words(each[0]))
            (self._single if single else self._others).add(str(number), patterns)
        self._named = {ruler.vocab.strings.add(word) for word in named}

    def __call__(self, doc: Doc, *, allow_missing: bool, as_spans: bool) -> list[Match]:
        """Return the matches in any order: the ruler sorts them."""
        others = self._others(doc, allow_missing=allow_missing, as_spans=as_spans)
        found = cast("list[Match]", others)
        for token in doc:
            letters = token.lower if token.lower in self._named else 0
            kind = token.tag, token.dep, letters, token.is_space
            rules = self._known.get(kind)
            if rules is None:
                word = self._single(doc[token.i : token.i + 1], allow_missing=allow_missing)
                rules = self._known[kind] = tuple(rule for rule, _start, _end in word)
            found += [(rule, token.i, token.i + 1) for rule in rules]
        return found


def _is_of_one_word(pattern: Pattern) -> bool:
    """Tell whether a pattern is of one word, and asks only for what such a word is known by."""
    if len(pattern) != 1 or not pattern[0].keys() <= TOLD_BY:
        return False
    letters = pattern[0].get("LOWER", "")
    return isinstance(letters, str) or letters.keys() == {"IN"}


def _words(asked: dict[str, Any]) -> Iterator[str]:
    letters = asked.get("LOWER", ())
    yield from (letters,) if isinstance(letters, str) else letters["IN"] if letters else ()
