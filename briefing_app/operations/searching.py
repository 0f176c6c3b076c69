"""The search of all texts."""

from briefing_app.domain.search import Hit
from briefing_app.store import Store


def search(store: Store, query: str, *, limit: int = 200) -> tuple[Hit, ...]:
    """Find the paragraphs that have all words of a query, the best first; "..." is a phrase."""
    return store.find(query, limit=limit)
