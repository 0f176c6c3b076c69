"""Where marks, lanes and notes stand."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from briefing_app.ui.items import Kind
from briefing_app.ui.source.geometry import outline
from briefing_app.ui.source.painting import note_height, paint_marks
from tests.ui.source.conftest import a_document, a_mark, a_version


def test_lanes_of_marks_that_share_a_line_stand_side_by_side(pane):
    pane.set_marks([a_mark("rejected that", kind=Kind.POSITION), a_mark("that demand", number=2)])
    (first, _one), (second, _other) = pane._view.scene().lanes
    assert first.right() < second.left()


def test_a_highlight_on_its_own_needs_no_lane(pane):
    pane.set_marks([a_mark("demand")])
    assert pane._view.scene().lanes == ()


def test_the_innermost_mark_is_painted_last(pane):
    pane.set_marks([a_mark("demand", number=2), a_mark("rejected that demand", number=1)])
    assert [each.mark.id for each in pane._view.scene().placed] == [1, 2]


def test_notes_do_not_cover_each_other(pane):
    pane.resize(1000, 600)
    pane.set_marks(
        [
            a_mark(words, number=number, tooltip="word " * 60, has_note=True)
            for number, words in enumerate(("rejected", "demand"))
        ]
    )
    (upper, _one), (lower, _other) = pane._view.scene().notes
    assert upper.bottom() < lower.top()


def test_a_long_note_takes_a_few_lines_only(pane):
    page = pane._view.page
    assert note_height("word " * 1000, 200, page=page) == note_height("word " * 60, 200, page=page)
    assert note_height("word", 200, page=page) < note_height("word " * 20, 200, page=page)


def test_words_of_both_directions_are_marked_where_they_stand(pane):
    text = "some العربية words"
    pane.show_version(a_document(), a_version(text, number=5))
    mark = a_mark("demand")
    arabic = type(mark)(type(mark.span)(5, 12), mark.kind, mark.colour, mark.lane_colour, 1)
    before = type(mark)(type(mark.span)(0, 4), mark.kind, mark.colour, mark.lane_colour, 2)
    pane.set_marks([arabic, before])
    placed = {each.mark.id: each.areas for each in pane._view.scene().placed}
    assert sum(area.width() for area in placed[1]) > 10
    assert not any(one.intersects(other) for one in placed[1] for other in placed[2])


def test_what_is_only_proposed_is_paler_than_what_is_confirmed(pane):
    def colour_of(*, proposed: bool) -> QColor:
        pane.set_marks([a_mark("demand", proposed=proposed)])
        scene = pane._view.scene()
        picture = QImage(648, 600, QImage.Format.Format_ARGB32)
        picture.fill(QColor("#ffffff"))
        painter = QPainter(picture)
        paint_marks(painter, scene)
        painter.end()
        return picture.pixelColor(scene.placed[0].areas[0].center().toPoint())

    assert colour_of(proposed=True).blue() > colour_of(proposed=False).blue()


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_one_outline_runs_around_all_lines(lines):
    areas = [QRectF(10, 10 + 26 * line, 200, 25) for line in range(lines)]
    path = outline(areas, around=2)
    assert len(path.toSubpathPolygons()) == 1
    assert path.boundingRect() == QRectF(8, 8, 204, 26 * (lines - 1) + 29)
