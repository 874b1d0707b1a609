"""How a page of the manual looks: our type sizes and colors on Qt's Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from clinicmgr.qtkit import theme
from clinicmgr.qtkit.tokens import BODY, Tokens

_SIZES = {1: 24, 2: 18, 3: 15}
_ABOVE = {1: 4.0, 2: 22.0, 3: 14.0}
_LINE_HEIGHT = 140.0


def styled(browser: QTextBrowser, text: str, look: Tokens) -> None:
    """Show Markdown in the browser, from its top."""
    document = browser.document()
    document.setDefaultFont(theme.font(BODY + 1))
    document.setDocumentMargin(28)
    browser.setMarkdown(text)
    frame = QTextFrameFormat(document.rootFrame().frameFormat())
    frame.setRightMargin(max(28.0, browser.viewport().width() - 780.0))
    document.rootFrame().setFrameFormat(frame)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        _space(cursor, block.blockFormat())
        level = block.blockFormat().headingLevel()
        if level:
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.mergeCharFormat(_heading(level, look))
        block = block.next()
    cursor.endEditBlock()
    _tables(document.rootFrame().childFrames())
    browser.moveCursor(QTextCursor.MoveOperation.Start)


def _space(cursor: QTextCursor, block: QTextBlockFormat) -> None:
    level = block.headingLevel()
    wanted = QTextBlockFormat(block)
    wanted.setLineHeight(
        100.0 if level else _LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    )
    if level:
        wanted.setTopMargin(_ABOVE.get(level, 10.0))
        wanted.setBottomMargin(6.0)
    cursor.setBlockFormat(wanted)


def _heading(level: int, look: Tokens) -> QTextCharFormat:
    wanted = QTextCharFormat()
    wanted.setFont(theme.font(_SIZES.get(level, BODY), QFont.Weight.DemiBold.value))
    wanted.setForeground(QColor(look.text))
    return wanted


def _tables(frames: Sequence[object]) -> None:
    for frame in frames:
        if isinstance(frame, QTextTable):
            wanted = frame.format()
            wanted.setBorder(0)
            wanted.setCellPadding(5)
            wanted.setCellSpacing(0)
            frame.setFormat(wanted)
