"""The editor of parties: names, roles, colours, order, and two that are one."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from briefing_app.domain.labels import ROLES
from briefing_app.domain.party import Party, PartyId, Role
from briefing_app.language import _
from briefing_app.operations.parties import (
    add_party,
    change_party,
    merge_parties,
    order_parties,
    remove_party,
)
from briefing_app.ui.dialogs.form import TextBox, choice_box
from briefing_app.ui.dialogs.listing import ListEditor
from briefing_app.ui.labels import plain_label, push_button
from briefing_app.ui.session import Session
from briefing_app.ui.theme import Theme


class PartiesDialog(ListEditor):
    """Edits the parties of the open dossier."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_("Parties"), parent)
        self._session, self._theme = session, theme
        self._name = QLineEdit()
        self._aliases = TextBox("", lines=6)
        self._role = choice_box({role: _(word) for role, word in ROLES.items()})
        self._colour = _colour_box(theme)
        self._other = QComboBox()
        self._merge = push_button(_("Merge"))
        self._wrong = plain_label(wrap=True, wrong=True)
        self.list.setIconSize(QSize(12, 12))
        self._place_fields()
        self._connect()
        self._fill()
        self.list.setCurrentRow(0)

    def _place_fields(self) -> None:
        form = QFormLayout()
        fields: tuple[tuple[str, QWidget], ...] = (
            (_("Name"), self._name),
            (_("Other names, one a line"), self._aliases),
            (_("Role"), self._role),
            (_("Colour"), self._colour),
        )
        for name, field in fields:
            field.setAccessibleName(name)
            form.addRow(plain_label(name), field)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.side.addLayout(form)
        self._other.setAccessibleName(_("The other party"))
        line = QHBoxLayout()
        line.addWidget(plain_label(_("The same as")))
        line.addWidget(self._other, 1)
        line.addWidget(self._merge)
        self.side.addLayout(line)
        self.side.addWidget(self._wrong)
        self.setTabOrder(self._merge, self.leave)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(lambda *_args: self._show())
        self.list.ordered.connect(self._order)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self._name.editingFinished.connect(self._save)
        self._aliases.edited.connect(self._save)
        self._role.activated.connect(lambda *_args: self._save())
        self._colour.activated.connect(lambda *_args: self._save())
        self._merge.clicked.connect(self._merge_parties)
        self._session.failed.connect(self._wrong.setText)
        self.finished.connect(lambda *_args: self._save())

    def _party(self) -> Party | None:
        return next((p for p in self._session.store.parties() if p.id == self.list.chosen()), None)

    def _fill(self, chosen: int | None = None) -> None:
        parties = self._session.store.parties()
        kept = chosen or self.list.chosen()
        self.list.fill([(party.id, party.name) for party in parties], kept)
        for row, party in enumerate(parties):
            self.list.item(row).setIcon(_dot(self._theme.party(party.colour)))
        self._show()

    def _show(self) -> None:
        party = self._party()
        for field in (
            self._name,
            self._aliases,
            self._role,
            self._colour,
            self._other,
            self._merge,
        ):
            field.setEnabled(party is not None)
        if party is None:
            return
        self._wrong.clear()
        self._name.setText(party.name)
        self._aliases.setPlainText("\n".join(party.aliases))
        self._role.setCurrentIndex(self._role.findData(party.role))
        self._colour.setCurrentIndex(party.colour % self._colour.count())
        self._other.clear()
        for other in self._session.store.parties():
            if other.id != party.id:
                self._other.addItem(other.name, other.id)

    def _save(self) -> None:
        party = self._party()
        if party is None or not self._name.text().strip():
            return
        lines = (line.strip() for line in self._aliases.toPlainText().splitlines())
        changed = replace(
            party,
            name=self._name.text().strip(),
            aliases=tuple(dict.fromkeys(line for line in lines if line)),
            role=Role(self._role.currentData()),
            colour=self._colour.currentIndex(),
        )
        if changed != party:
            self._session.do(lambda store: change_party(store, changed))
            self._fill()

    def _add(self) -> None:
        self._save()
        taken = {party.name for party in self._session.store.parties()}
        name = next(
            name
            for name in (_("New party"), *(f"{_('New party')} {n}" for n in range(2, 999)))
            if name not in taken
        )
        self._session.do(lambda store: add_party(store, name))
        added = next((p.id for p in self._session.store.parties() if p.name == name), None)
        self._fill(added)
        self._name.setFocus()
        self._name.selectAll()

    def _remove(self) -> None:
        party = self._party()
        if party is not None and self._session.do(lambda store: remove_party(store, party.id)):
            self._fill()

    def _order(self, ids: list[int]) -> None:
        self._session.do(lambda store: order_parties(store, [PartyId(each) for each in ids]))

    def _merge_parties(self) -> None:
        party, other = self._party(), self._other.currentData()
        if party is not None and other is not None:
            self._session.do(lambda store: merge_parties(store, party.id, PartyId(other)))
            self._fill(party.id)


def _dot(colour: str) -> QIcon:
    picture = QPixmap(QSize(24, 24))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(2, 2, 20, 20)
    painter.end()
    return QIcon(picture)


def _colour_box(theme: Theme) -> QComboBox:
    box = QComboBox()
    box.setIconSize(QSize(12, 12))
    for number, colour in enumerate(theme.parties, start=1):
        box.addItem(_dot(colour), _("Colour {number}").format(number=number))
    return box
