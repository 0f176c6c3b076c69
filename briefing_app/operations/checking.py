"""Whether a dossier is what it claims to be."""

from briefing_app.store import Store


def check(store: Store) -> tuple[str, ...]:
    """Say in sentences what is wrong; nothing where all is well."""
    return store.problems()
