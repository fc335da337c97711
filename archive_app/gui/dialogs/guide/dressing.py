"""How a chapter looks: type, room and colours laid onto a document that was made from Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
)

from archive_app.gui import theme

#: Of headings by level: size (a role of the theme), room above and below in pixels.
HEADINGS: Final = {1: ("display", 0, 14), 2: ("title", 30, 8), 3: ("heading", 20, 6)}
#: Room below a paragraph, a point of a list and a picture, in pixels; lines stand apart by parts of a hundred.
PARAGRAPH, POINT, PICTURE, LINES = 10, 4, 4, 140
#: Where the first of two columns holds more letters than this, it has so many parts of a hundred of the width.
LONG, WIDE = 40, 60
PROPORTIONAL: Final = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


def dress(document: QTextDocument) -> None:
    """Everything but the margins at the sides, which follow the window; laid out once, at the end."""
    whole = QTextCursor(document)
    whole.beginEditBlock()
    for block in _blocks(document):
        _dress_block(block)
        _dress_words(block)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame)
    whole.endEditBlock()


def set_sides(document: QTextDocument, left: int, right: int) -> None:
    """Room at the left and the right of the text, in pixels."""
    frame = document.rootFrame()
    made = QTextFrameFormat(frame.frameFormat())
    made.setLeftMargin(left)
    made.setRightMargin(right)
    made.setTopMargin(28)
    made.setBottomMargin(48)
    frame.setFrameFormat(made)


def has_picture(block: QTextBlock) -> bool:
    return any(fragment.isImageFormat() for fragment, _, _ in _formats(block))


def _dress_block(block: QTextBlock) -> None:
    made = QTextBlockFormat(block.blockFormat())
    level = made.headingLevel()
    _, above, below = HEADINGS.get(level, ("", 0, POINT if block.textList() else PARAGRAPH))
    made.setTopMargin(above)
    made.setBottomMargin(below)
    if has_picture(block):
        made.setTopMargin(8)
        made.setBottomMargin(PICTURE)
        made.clearProperty(QTextFormat.Property.LineHeightType)
    else:
        made.setLineHeight(115 if level else LINES, PROPORTIONAL)
    QTextCursor(block).setBlockFormat(made)


def _dress_words(block: QTextBlock) -> None:
    level = block.blockFormat().headingLevel()
    caption = not level and has_picture(block.previous())
    cursor = QTextCursor(block)
    for held, start, length in list(_formats(block)):
        if held.isImageFormat():
            continue
        made = _heading(held, level) if level else _words(held, caption)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(made)


def _heading(held: QTextCharFormat, level: int) -> QTextCharFormat:
    made = QTextCharFormat(held)
    made.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    made.setFontPointSize(theme.point_size(HEADINGS.get(level, HEADINGS[3])[0]))
    made.setFontWeight(QFont.Weight.DemiBold)
    made.setForeground(theme.colours().accent if level == 3 else theme.colours().text)
    return made


def _words(held: QTextCharFormat, caption: bool) -> QTextCharFormat:
    made, scheme = QTextCharFormat(held), theme.colours()
    if held.fontFixedPitch():
        _dress_code(made)
    elif held.fontWeight() >= QFont.Weight.Bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    if caption:
        made.setFontItalic(False)
        made.setFontPointSize(theme.point_size("small"))
        made.setForeground(scheme.text_faint)
    if held.isAnchor():
        made.setForeground(scheme.accent)
        made.setFontUnderline(not held.fontFixedPitch())
    return made


def _dress_code(made: QTextCharFormat) -> None:
    """Keys, queries and commands: in a face of even width, on a ground of their own."""
    made.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
    made.setFontPointSize(theme.point_size("small"))
    made.setBackground(theme.colours().neutral_soft)


def _dress_table(table: QTextTable) -> None:
    """As wide as the text; a line below each row, its head in soft letters."""
    scheme = theme.colours()
    made = table.format()
    made.setBorder(0)
    made.setCellSpacing(0)
    made.setCellPadding(5)
    made.setBorderCollapse(True)
    made.setTopMargin(4)
    made.setBottomMargin(14)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    if any(len(_words_of(cell)) > LONG for cell in _cells(table) if cell.column() == 0):
        made.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, part) for part in (WIDE, 100 - WIDE)]
        )
    table.setFormat(made)
    for cell in _cells(table):
        held = cell.format().toTableCellFormat()
        held.setBottomBorder(1)
        held.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        held.setBottomBorderBrush(scheme.line_strong if cell.row() == 0 else scheme.line)
        cell.setFormat(held)
        _dress_cell(cell)


def _dress_cell(cell: QTextTableCell) -> None:
    cursor = cell.firstCursorPosition()
    block = QTextBlockFormat(cursor.blockFormat())
    block.setBottomMargin(0)
    block.setLineHeight(125, PROPORTIONAL)
    cursor.setBlockFormat(block)
    if cell.row() == 0:
        cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
        soft = QTextCharFormat()
        soft.setForeground(theme.colours().text_soft)
        soft.setFontWeight(QFont.Weight.DemiBold)
        cursor.mergeCharFormat(soft)


def _words_of(cell: QTextTableCell) -> str:
    return cell.firstCursorPosition().block().text()


def _cells(table: QTextTable) -> Iterator[QTextTableCell]:
    return (table.cellAt(row, column) for row in range(table.rows()) for column in range(table.columns()))


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _formats(block: QTextBlock) -> Iterator[tuple[QTextCharFormat, int, int]]:
    """Each stretch of one format: the format, where it begins in the document, how long it is."""
    if not block.isValid():
        return
    for stretch in block.textFormats():
        yield QTextCharFormat(stretch.format), block.position() + stretch.start, stretch.length


