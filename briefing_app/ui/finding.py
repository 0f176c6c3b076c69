"""What the palette offers: every action by its words, and the passages that hold what was typed."""

from collections.abc import Mapping

from PySide6.QtGui import QAction

from briefing_app.language import format_date
from briefing_app.operations.searching import search
from briefing_app.ui.actions import SPECS, Act, shortcut_words
from briefing_app.ui.palette import Offer
from briefing_app.ui.reading import Reading
from briefing_app.ui.session import Session

_PASSAGES = 40


class Finding:
    """Makes the palette's offers."""

    def __init__(self, actions: Mapping[Act, QAction], session: Session, reading: Reading) -> None:
        self.actions, self._session, self._reading = actions, session, reading

    def commands(self) -> list[Offer]:
        return [
            Offer(action.text().rstrip("…"), shortcut_words(act), action.trigger)
            for act, action in self.actions.items()
            if SPECS[act].menu and action.isEnabled() and act is not Act.PALETTE
        ]

    def passages(self, typed: str) -> list[Offer]:
        """Find passages in the documents; choosing one shows it."""
        offers: list[Offer] = []
        if not self._session.is_open:
            return offers
        several = len(self._session.briefing.documents) > 1
        for hit in search(self._session.store, typed, limit=_PASSAGES):
            document = self._session.briefing.document(hit.document)
            day = format_date(document.date) if document.date else ""
            title = document.title if several else ""
            words = "".join(part for part, _matched in hit.snippet).replace("\n", " ")
            offers.append(
                Offer(
                    words,
                    " · ".join(filter(None, (f"¶{hit.paragraph}", day, title))),
                    lambda found=hit: self._reading.show_span(found.document, found.span),
                )
            )
        return offers
