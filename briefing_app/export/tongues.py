"""In which language a claim is told, so far as that is known: it may be a document's words, or its reader's."""

from collections.abc import Iterable

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.evidence import Evidence
from briefing_app.language import tag


def spoken(briefing: Briefing, claim: str, evidence: Iterable[Evidence]) -> str:
    """Name the language of the document whose words a claim is; empty where it is the page's, or they are others."""
    for each in evidence:
        citation = briefing.cited.get(each.id)
        language = briefing.document(citation.document).language if citation else ""
        if _primary(language) != _primary(tag()) and _says(each, claim):
            return language
    return ""


def _says(evidence: Evidence, claim: str) -> bool:
    quote = evidence.quote
    told = _folded(claim.removesuffix("…"))
    return bool(told) and told in _folded(quote.prefix + quote.exact + quote.suffix)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
