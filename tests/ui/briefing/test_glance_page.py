"""The drawings in the pane: what a click and the keys do, what a screen reader is told, what leaves as a picture."""

import datetime as dt
from dataclasses import replace

import pytest
from lxml import etree
from PySide6.QtCore import QBuffer, QPoint, Qt
from PySide6.QtGui import QAccessible, QImageReader
from PySide6.QtSvg import QSvgRenderer

from briefing_app.domain.position import Stance
from briefing_app.ui.briefing import BriefingPane
from briefing_app.ui.briefing.filters import Chip
from briefing_app.ui.briefing.glance.pictures import Picture
from briefing_app.ui.briefing.tabs import GLANCE, OUTCOMES, OVERVIEW, POSITIONS
from briefing_app.ui.items import Item, Kind
from tests.export.builders import Dossier, climate, istanbul


def dated(dossier):
    """Have every position said on one day."""
    day = dt.date(2025, 6, 2)
    dossier.positions[:] = [
        replace(each, content=replace(each.content, said_on=day)) for each in dossier.positions
    ]
    return dossier.briefing()


@pytest.fixture
def pane(qtbot, theme, briefing):
    pane = BriefingPane(theme)
    qtbot.addWidget(pane)
    pane.resize(540, 900)
    pane.show_briefing(briefing)
    pane.show()
    pane.show_tab(GLANCE)
    return pane


def spoken(view):
    return [mark.spoken for mark in view.sheet.marks]


def index_of(view, words):
    return view.model().index(next(n for n, said in enumerate(spoken(view)) if words in said))


def click(qtbot, view, words):
    at = view.visualRect(index_of(view, words)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def focus(qtbot, view):
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)


def menu_words(page, view, mark=None):
    return [action.text() for action in page.menu_on(view, mark).actions()]


def test_a_click_on_a_chip_shows_its_words_and_the_entry_whole(qtbot, pane, briefing):
    offers = next(p for p in briefing.positions if p.content.stance is Stance.OFFERS)
    with qtbot.waitSignal(pane.evidence_wanted) as wanted:
        click(qtbot, pane._glance.standings, "Offers")
    assert wanted.args == [offers.content.evidence[0]]
    assert pane.current == Item(Kind.POSITION, offers.id)
    assert pane._detail.isVisible()


def test_a_chip_of_several_positions_shows_one_after_the_other(qtbot, theme):
    dossier = Dossier()
    party, issue, document = dossier.party("A"), dossier.issue("I"), dossier.document("D")
    for words in ("one", "two"):
        dossier.position(party, Stance.DEMANDS, issue, words, dossier.quote(document, words))
    pane = BriefingPane(theme)
    qtbot.addWidget(pane)
    pane.show_briefing(dossier.briefing())
    pane.show()
    pane.show_tab(GLANCE)
    focus(qtbot, pane._glance.standings)
    quotes = []
    for _time in range(3):
        with qtbot.waitSignal(pane.evidence_wanted) as wanted:
            qtbot.keyClick(pane._glance.standings, Qt.Key.Key_Return)
        quotes.append(wanted.args[0].quote.exact)
    assert quotes == ["one", "two", "one"]


def test_a_share_leads_to_its_group_of_the_checklist(qtbot, pane):
    click(qtbot, pane._glance.shares, "Failed")
    assert pane.tab == OUTCOMES
    assert pane._checklist.currentIndex().data().startswith("✕ No agreement")


def test_a_document_of_the_line_of_time_is_opened(qtbot, pane, briefing):
    with qtbot.waitSignal(pane.document_wanted) as wanted:
        click(qtbot, pane._glance.timeline, "Second round ends")
    assert wanted.args == [briefing.documents[0].id]


def test_what_is_due_shows_its_words(qtbot, pane, briefing):
    with qtbot.waitSignal(pane.evidence_wanted) as wanted:
        click(qtbot, pane._glance.timeline, "formal response")
    assert wanted.args[0].quote.exact.startswith("waiting for Russia’s formal response")


def test_a_filter_narrows_every_drawing(pane, briefing):
    page, issue = pane._glance, briefing.rows[1].issue
    pane.filter_issue(issue.id)
    assert all(issue.label in said for said in spoken(page.standings))
    assert spoken(page.shares) == ["1 Agreed"]
    assert spoken(page.timeline) == []
    pane.filter_issue(None)
    pane.filter_party(briefing.columns[0].id)
    assert {said.split(",")[0] for said in spoken(page.standings)} == {"Ukraine"}
    pane.filter_party(None)
    pane._choose_chip(Chip.TO_REVIEW)
    assert [said.split(", ")[-2:] for said in spoken(page.standings)] == [["Offers", "proposed"]]


def test_what_is_unanswered_is_one_number_on_every_tab(pane, briefing):
    chip = pane._filters._chips[Chip.UNANSWERED]
    for tab in (GLANCE, OVERVIEW, POSITIONS, OUTCOMES):
        pane.show_tab(tab)
        assert chip.text() == f"Unanswered {briefing.unanswered}"


def test_what_is_unanswered_is_drawn_as_what_was_asked(pane, briefing):
    pane._choose_chip(Chip.UNANSWERED)
    page, asked = pane._glance, "Ukraine, Leaders’ meeting, Proposes"
    assert spoken(page.standings) == [asked]
    assert spoken(page.shares) == ["1 Open (1 proposed)"]
    pane.filter_party(briefing.columns[1].id)  # Russia, which has not said anything on it
    assert spoken(page.standings) == [asked]
    pane.filter_party(briefing.columns[0].id)
    assert spoken(page.standings) == []


def test_a_filter_that_leaves_nothing_says_so(pane, briefing):
    pane._choose_chip(Chip.DISPUTED)
    pane.filter_issue(briefing.issues[2].id)
    assert pane._empty.isVisible()
    assert pane._empty.text() == "Nothing here with this filter."


def test_an_empty_dossier_says_what_to_do(pane):
    pane.show_briefing(Dossier().briefing())
    assert "Add a document" in pane._empty.text()
    assert pane._empty.isVisible()
    assert not pane._glance.isVisible()


def test_without_any_date_the_drawings_say_how_there_would_be_some(pane):
    dossier = Dossier()
    party, issue = dossier.party("A"), dossier.issue("I")
    quote = dossier.quote(dossier.document("D", None), "words")
    dossier.position(party, Stance.DEMANDS, issue, "it", quote)
    pane.show_briefing(dossier.briefing())
    page = pane._glance
    assert page._no_dates.isVisible()
    assert page.standings.isVisible()
    assert not page.shares.isVisible()
    assert not page.timeline.isVisible()


def test_the_keys_come_to_everything_that_can_be_clicked(qtbot, pane):
    for view in pane._glance.views:
        focus(qtbot, view)
        seen = [view.currentIndex().row()]
        for _step in range(len(spoken(view)) - 1):
            qtbot.keyClick(view, Qt.Key.Key_Right)
            seen.append(view.currentIndex().row())
        assert seen == list(range(len(spoken(view))))


def test_a_screen_reader_is_told_all_that_is_drawn(pane):
    page = pane._glance
    for view in page.views:
        told = QAccessible.queryAccessibleInterface(view)
        assert told.text(QAccessible.Text.Name) == view.accessibleName() != ""
        parts = [told.child(number) for number in range(told.childCount())]
        assert [part.text(QAccessible.Text.Name) for part in parts] == spoken(view)
        corner = view.viewport().mapToGlobal(view.visualRect(view.model().index(0)).topLeft())
        assert parts[0].rect().topLeft() == corner
    assert page.shares.accessibleDescription() == (
        "Outcomes by status: 2 Agreed, 1 Open (1 proposed) and 1 Failed"
    )


def test_what_is_pointed_at_elsewhere_comes_into_sight(qtbot, pane):
    pane.resize(400, 420)
    outcome = pane.to_review()[-1]
    pane.set_current(outcome)
    view = pane._glance.timeline
    seen = pane._glance.viewport()
    area = view.area_of(outcome)
    qtbot.waitUntil(lambda: seen.rect().intersects(area.translated(view.mapTo(seen, QPoint()))))


def test_the_next_proposal_comes_into_sight_where_the_keyboard_is(qtbot, pane):
    pane.resize(400, 420)
    focus(qtbot, pane._glance.shares)
    for item in (*pane.to_review(), pane.to_review()[0]):
        pane.set_current(item)
        place = next(view for view in pane._glance.views if view.area_of(item))
        area = place.area_of(item).translated(place.mapTo(pane._glance.viewport(), QPoint()))
        assert pane._glance.viewport().rect().contains(area.center())
        focus(qtbot, place)


def test_a_chip_that_was_clicked_stays_where_it_is(qtbot, pane):
    pane.resize(400, 500)
    pane.show_briefing(dated(istanbul()))
    pane.show_timeline()
    view = pane._glance.timeline
    before = pane._glance.verticalScrollBar().value()
    assert before > 0
    click(qtbot, view, "Leaders’ meeting, Proposes")
    assert view.hasFocus()
    seen = pane._glance.viewport()
    area = view.area_of(pane.current).translated(view.mapTo(seen, QPoint()))
    assert seen.rect().contains(area.center())


def test_the_wheel_over_a_drawing_turns_the_page(pane):
    pane.resize(1200, 420)  # so that there are more parts than lines
    pane.show_briefing(dated(climate()))
    for view in pane._glance.views:
        view.doItemsLayout()
        assert view.verticalScrollBar().maximum() == 0


def test_the_line_of_time_is_gone_to_below_all_issues(pane):
    pane.resize(400, 420)
    pane.show_tab(OVERVIEW)
    pane.show_timeline()
    page = pane._glance
    assert page.timeline.hasFocus()
    bar, top = page.verticalScrollBar(), page._names[-1].mapTo(page.viewport(), QPoint()).y()
    assert top == 0 or bar.value() == bar.maximum() > 0


def test_copying_takes_the_entry_or_the_picture(qtbot, pane):
    page = pane._glance
    view = page.standings
    assert menu_words(page, view) == ["Copy picture", "Save picture…"]
    assert menu_words(page, view, view.sheet.marks[0])[0] == "Copy the entry"
    focus(qtbot, view)
    with qtbot.waitSignal(pane.copy_wanted) as wanted:
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [view.sheet.marks[0].items]


def test_a_picture_says_what_it_is_of_and_is_sharp(qtbot, pane, theme, briefing):
    pane.filter_party(briefing.columns[0].id)
    page = pane._glance
    *_entry, copy, _save = page.menu_on(page.standings, None).actions()
    with qtbot.waitSignal(pane.picture_copy_wanted) as wanted:
        copy.trigger()
    (picture,) = wanted.args
    assert picture.under == "Only Ukraine · 3 June 2025"
    buffer = QBuffer()
    buffer.setData(picture.png(theme))
    read = QImageReader(buffer)
    assert read.size().width() == 1900
    assert read.text("Title") == "Istanbul talks: Who stands where"
    assert read.text("Description").split("; ") == spoken(page.standings)
    svg = picture.svg(theme)
    assert QSvgRenderer(svg).isValid()
    for said in ("<title>Istanbul talks: Who stands where</title>", "Asks or refuses", "Ukraine"):
        assert said in svg.decode()


def test_a_hostile_title_stays_words_in_a_picture(pane, theme):
    title = '\x0b\u202e</title><image xlink:href="file:///etc/passwd"/>&<b>'
    picture = Picture(title, "Who stands where", "", pane._glance.standings.drawing)
    drawn = etree.fromstring(picture.svg(theme))
    assert drawn[0].text == f"{title[2:]}: Who stands where"
    assert not [each for each in drawn.iter() if each.tag.endswith(("image", "}b"))]
    assert not [name for each in drawn.iter() for name in each.attrib if "href" in name]
