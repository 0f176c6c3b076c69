from pathlib import Path

from briefing_app.domain.review import Review
from briefing_app.export import FORMS, ExportOptions
from briefing_app.export.archive import Archive
from briefing_app.store import Store


def archive_for(store: Store, path: Path, options: ExportOptions) -> Archive:
    """Read what the file's form holds beside the Briefing: nothing for most.

    It is every version and, unless only what is confirmed is wanted, what the reader dismissed.
    """
    form = FORMS.get(path.suffix.lower())
    if form is None or not form.whole:
        return Archive()
    if options.confirmed_only:
        return Archive(store.versions())
    return Archive(
        store.versions(),
        tuple(p for p in store.positions(dismissed=True) if p.review is Review.DISMISSED),
        tuple(o for o in store.outcomes(dismissed=True) if o.review is Review.DISMISSED),
    )
