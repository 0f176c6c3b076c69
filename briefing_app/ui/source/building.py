"""Sets a version's blocks as a text document: plain characters with formats, no HTML and nothing loaded, ever."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)

from briefing_app.domain.document import Block, BlockKind
from briefing_app.ingest.paragraphs import is_wrapped
from briefing_app.ui.source.offsets import Offsets, shown
from briefing_app.ui.source.page import Page

_AFTER = 13  # pixels below a paragraph
_INDENT = 22  # of list items and quotations, for each level
_CLOSE = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})  # set close to each other
_BELOW = 120  # so that the last words can be read in the middle of the window
# The scripts that read from right to left, and the marks that say so: most texts have none of their letters.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class SourceDocument(QTextDocument):
    """A document that never reads a picture, whatever its text says."""

    def loadResource(self, type: int, name: QUrl | str, /) -> QImage:  # noqa: A002 (Qt's own name)
        blank = QImage(1, 1, QImage.Format.Format_ARGB32)
        blank.fill(Qt.GlobalColor.transparent)
        return blank


def build_document(
    offsets: Offsets, blocks: Sequence[Block], page: Page, *, header: int, parent: QObject
) -> SourceDocument:
    """Set the blocks on the page, below room for a header."""
    document = SourceDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.rootFrame().setFrameFormat(_frame(page, header))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    plain = Block(BlockKind.PARAGRAPH, blocks[0].span) if blocks else None
    if plain is not None:
        cursor.setBlockFormat(_block_format(plain, page))
        cursor.setBlockCharFormat(_char_format(plain, page))
        words = (offsets.text[span.start : span.end] for span in offsets.spans)
        cursor.insertText(shown([_run_on(each) for each in words]), _char_format(plain, page))
    for first, last, block, right in _stretches(offsets.text, blocks):
        _set_apart(document, (first, last), block, page, right_to_left=right)
        if block.kind in _CLOSE and (
            last + 1 == len(blocks) or blocks[last + 1].kind != block.kind
        ):
            _end_list(document, last, page)
    cursor.endEditBlock()
    return document


def _run_on(words: str) -> str:
    """Let words that were wrapped by hand, as in a mail, run on to the page's own width; each keeps its place."""
    wrapped = "\n" in words and is_wrapped(words.split("\n"))
    return words.replace("\n", " ") if wrapped else words


def _frame(page: Page, header: int) -> QTextFrameFormat:
    made = QTextFrameFormat()
    made.setLeftMargin(page.left)
    made.setTopMargin(header)
    made.setRightMargin(page.right + page.notes)
    made.setBottomMargin(_BELOW)
    return made


def _stretches(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int, Block, bool]]:
    """Yield the runs of blocks, by index, that are set otherwise than a paragraph."""
    may_turn = may_read_right_to_left(text)

    def look(index: int) -> tuple[BlockKind, int, bool]:
        block = blocks[index]
        span = block.span
        right = may_turn and reads_right_to_left(text[span.start : span.end])
        return block.kind, block.level, right

    for (kind, _level, right), run in groupby(range(len(blocks)), key=look):
        indices = list(run)
        if kind is not BlockKind.PARAGRAPH or right:
            yield indices[0], indices[-1], blocks[indices[0]], right


def may_read_right_to_left(text: str) -> bool:
    """Tell quickly of a whole text whether any of its blocks could."""
    return _RIGHT_TO_LEFT.search(text) is not None


def reads_right_to_left(text: str) -> bool:
    """Tell whether a text reads from right to left: by its first letter with a direction."""
    if text.isascii():
        return False
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def _set_apart(
    document: QTextDocument,
    stretch: tuple[int, int],
    block: Block,
    page: Page,
    *,
    right_to_left: bool,
) -> None:
    last = document.findBlockByNumber(stretch[1])
    cursor = QTextCursor(document.findBlockByNumber(stretch[0]))
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.setBlockFormat(_block_format(block, page, right_to_left=right_to_left))
    cursor.setCharFormat(_char_format(block, page))


def _end_list(document: QTextDocument, last: int, page: Page) -> None:
    """Set what follows a list, or a table, as far off as what follows a paragraph."""
    cursor = QTextCursor(document.findBlockByNumber(last))
    made = cursor.blockFormat()
    made.setBottomMargin(_AFTER * page.scale)
    cursor.setBlockFormat(made)


def _block_format(block: Block, page: Page, *, right_to_left: bool = False) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(page.line_height(block), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    made.setBottomMargin(_AFTER * page.scale)
    if block.kind is BlockKind.HEADING:
        made.setTopMargin(_AFTER * page.scale)
        made.setBottomMargin(_AFTER * page.scale * 0.6)
        made.setHeadingLevel(min(block.level + 1, 6))  # the title is the first
    elif block.kind in (BlockKind.LIST_ITEM, BlockKind.QUOTATION):
        indent = _INDENT * page.scale * min(block.level, 5)
        made.setRightMargin(indent) if right_to_left else made.setLeftMargin(indent)
        made.setBottomMargin(
            _AFTER * page.scale * (0.5 if block.kind is BlockKind.LIST_ITEM else 1)
        )
    elif block.kind is BlockKind.TABLE_ROW:
        made.setBottomMargin(_AFTER * page.scale * 0.5)
    if right_to_left:
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


def _char_format(block: Block, page: Page) -> QTextCharFormat:
    made = QTextCharFormat()
    font = page.reading_font(page.size(block), bold=block.kind is BlockKind.HEADING)
    font.setItalic(block.kind is BlockKind.QUOTATION)
    made.setFont(font)
    made.setForeground(QColor(page.theme.ink))
    return made
