from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from briefing_app.ui.actions import SPECS, Act, make_actions, make_menu


def test_every_action_is_specified_with_words_and_a_shortcut():
    assert set(SPECS) == set(Act)
    assert all(spec.words and spec.keys for spec in SPECS.values())


def test_no_shortcut_means_two_things(qapp):
    keys = Counter(QKeySequence(key).toString() for spec in SPECS.values() for key in spec.keys)
    assert [key for key, count in keys.items() if count > 1 or not key] == []


def test_every_action_has_its_place_in_the_menus(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = make_actions(window)
    listed = {a for group in make_menu(actions, window).actions() for a in group.menu().actions()}
    assert {act for act, action in actions.items() if action not in listed} == {Act.MENU}
