from pathlib import Path

from briefing_app.domain.review import Review
from briefing_app.export import FORMS
from briefing_app.export.archive import Archive
from briefing_app.store import Store


def archive_for(store: Store, path: Path) -> Archive:
    """Read what the file's form holds beside the Briefing, which is every version and what was dismissed; most none."""
    form = FORMS.get(path.suffix.lower())
    if form is None or not form.whole:
        return Archive()
    return Archive(
        store.versions(),
        tuple(p for p in store.positions(dismissed=True) if p.review is Review.DISMISSED),
        tuple(o for o in store.outcomes(dismissed=True) if o.review is Review.DISMISSED),
    )
