"""What came of the talks: each finder looks at one word of the document and answers with an outcome or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing_app.extraction.adoptions import adopted
from briefing_app.extraction.agreements import (
    closed_chapter,
    contained,
    each_item,
    laid_down,
    ordained,
    settled,
    settled_passive,
    welcomed,
)
from briefing_app.extraction.failures import divided, failed, no_date, nothing_came
from briefing_app.extraction.mentions import Reading
from briefing_app.extraction.scenes import Finding, Scene
from briefing_app.extraction.steps import (
    accused,
    awaited,
    breached,
    carried_out,
    fixed,
    put_off,
    taken_back,
)
from briefing_app.extraction.voices import Voices

Finder = Callable[[Scene], Finding | None]
FINDERS: tuple[Finder, ...] = (  # the first that answers is right
    no_date,
    contained,
    ordained,
    laid_down,
    awaited,
    nothing_came,
    failed,
    divided,
    closed_chapter,
    adopted,
    settled,
    settled_passive,
    welcomed,
    taken_back,
    breached,
    accused,
    put_off,
    fixed,
    carried_out,
)
TELLING = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PRON", "ADP", "SCONJ"})


def find_outcomes(reading: Reading, heard: Voices) -> Iterator[Finding]:
    """Look at every word of the document; one word shows one outcome at most, or the items of one agreement."""
    for paragraph in reading.each_paragraph():
        for token in paragraph.doc:
            if token.pos_ not in TELLING:
                continue
            scene = Scene(reading, heard, paragraph, token)
            found = next((each for finder in FINDERS if (each := finder(scene)) is not None), None)
            if found is not None and scene.states:
                yield from each_item(scene, found)
