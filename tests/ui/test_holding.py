"""What a test shows stays until the test has ended, even after its own names are gone."""

import gc
import weakref

from PySide6.QtWidgets import QWidget


def test_a_widget_in_a_cycle_outlives_its_name(qtbot):
    view = QWidget()
    view.itself = view
    qtbot.addWidget(view)
    held = weakref.ref(view)
    del view
    gc.collect()
    assert held() is not None
