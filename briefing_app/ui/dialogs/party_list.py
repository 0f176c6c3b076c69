"""Several of the dossier's parties, to be ticked; those that are ticked already come first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.party import PartyId


class PartyList(QListWidget):
    def __init__(self, briefing: Briefing, chosen: Sequence[PartyId], *, height: int = 96) -> None:
        super().__init__()
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFixedHeight(height)
        order = {party: number for number, party in enumerate(chosen)}
        for party in sorted(briefing.parties, key=lambda each: order.get(each.id, len(order))):
            row = QListWidgetItem(party.name, self)
            row.setData(Qt.ItemDataRole.UserRole, party.id)
            ticked = Qt.CheckState.Checked if party.id in order else Qt.CheckState.Unchecked
            row.setCheckState(ticked)

    def chosen(self) -> tuple[PartyId, ...]:
        rows = (self.item(row) for row in range(self.count()))
        return tuple(
            PartyId(row.data(Qt.ItemDataRole.UserRole))
            for row in rows
            if row.checkState() is Qt.CheckState.Checked
        )
