"""The cost below the coverage: a line for all of it, or one each for regular pay and overtime."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import icons, theme
from clinicmgr.schedule.gui.cost_view import CostView, DayCost
from clinicmgr.schedule.gui.inks import Inks, elided, font, metrics
from clinicmgr.schedule.gui.roster_view import DayHead

LINE = 22
_ROOMY = 84  # pixels: columns in which amounts are written out
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
Amount = Callable[[DayCost], int]


class CostLines(QWidget):
    """Stands under the columns of the grid; a press unfolds it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cost: CostView | None = None
        self._days: Sequence[DayHead] = ()
        self._head = 0
        self._places: Callable[[int], tuple[int, int]] = lambda _column: (0, 0)
        self.unfolded = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        theme.current().changed.connect(self.update)
        self.hide()

    def show_cost(self, cost: CostView | None, days: Sequence[DayHead]) -> None:
        """Show the cost of these days; None hides the line."""
        self._cost, self._days = cost, days
        self._fit()
        if cost is not None:
            self.setAccessibleName(cost.sentence())
        self.update()

    def follow(self, head: int, places: Callable[[int], tuple[int, int]]) -> None:
        """Stand under the columns; `places` tells the left edge and width of each."""
        self._head, self._places = head, places
        self.update()

    def unfold(self) -> None:
        """Show regular pay and overtime by themselves, or all of it in one line."""
        self.unfolded = not self.unfolded
        self._fit()
        self.update()

    @property
    def lines(self) -> list[tuple[str, Amount]]:
        """The lines that are shown, with what they add up."""
        whole: tuple[str, Amount] = (_("Cost"), lambda one: one.cents)
        if not self.unfolded:
            return [whole]
        return [
            (_("Regular"), lambda one: one.regular_cents),
            (_("Overtime"), lambda one: one.overtime_cents),
            whole,
        ]

    def _fit(self) -> None:
        self.setVisible(self._cost is not None and bool(self._days))
        self.setFixedHeight(len(self.lines) * LINE + 2)

    # What Qt tells

    def paintEvent(self, event: QPaintEvent) -> None:
        cost = self._cost
        if cost is None:
            return
        inks = Inks(theme.current().tokens)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), inks["surface_2"])
        painter.setClipRect(self._head, 0, self.width() - self._head, self.height())
        for number, (_title, amount) in enumerate(self.lines):
            for column, head in enumerate(self._days):
                left, wide = self._places(column)
                box = QRect(self._head + left, number * LINE + 1, wide, LINE)
                self._day(painter, inks, box, cost, (cost.days.get(head.day), amount))
        painter.setClipping(False)
        for number, (title, amount) in enumerate(self.lines):
            self._title(painter, inks, number, title, cost, amount)
        painter.setPen(inks["hairline"])
        painter.drawLine(0, 0, self.width(), 0)
        painter.drawLine(self._head - 1, 0, self._head - 1, self.height())
        if self.hasFocus():
            painter.setPen(inks["accent"])
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _day(
        self,
        painter: QPainter,
        inks: Inks,
        box: QRect,
        cost: CostView,
        told: tuple[DayCost | None, Amount],
    ) -> None:
        painter.setPen(inks["line"])
        painter.drawLine(box.topRight(), box.bottomRight())
        day, amount = told
        cents = amount(day) if day is not None else 0
        if not cents:
            return
        over = day is not None and day.overtime_cents > 0 and cents != day.regular_cents
        room = box.width() - (18 if over else 6)
        words = cost.money(cents) if box.width() >= _ROOMY else cost.brief(cents)
        wide = metrics(12, 600).horizontalAdvance(words)
        if wide > room:
            return
        painter.setFont(font(12, 600))
        left = box.center().x() - wide / 2 + (6 if over else 0)
        painter.setPen(inks["warning" if over else "text_2"])
        painter.drawText(QRectF(left, box.top(), wide + 2, LINE), _LEFT, words)
        if over:
            _up(painter, QPointF(left - 12, box.center().y()), inks)

    def _title(
        self, painter: QPainter, inks: Inks, number: int, title: str, cost: CostView, amount: Amount
    ) -> None:
        box = QRect(12, number * LINE + 1, self._head - 20, LINE)
        total, whole = cost.whole, number == len(self.lines) - 1
        words = cost.money(amount(total))
        if whole and cost.budget_cents is not None:
            words = _("{cost} of {budget}").format(cost=words, budget=cost.money(cost.budget_cents))
        painter.setFont(font(12, 600))
        ink = inks["danger" if whole and cost.over_budget else "text"]
        painter.setPen(ink)
        wide = metrics(12, 600).horizontalAdvance(words)
        painter.drawText(box, _RIGHT, words)
        if whole and cost.over_budget:
            _up(painter, QPointF(box.right() - wide - 13, box.center().y()), inks, "danger")
        if number == 0:
            arrow = icons.pixmap("chevron-down" if self.unfolded else "chevron-right", "text_2",
                                 12, self.devicePixelRatioF())  # fmt: skip
            painter.drawPixmap(box.left(), box.center().y() - 6, arrow)
        painter.setFont(font(13, 600 if whole else 400))
        painter.setPen(inks["text_2"])
        room = box.width() - wide - 30
        painter.drawText(box.adjusted(16, 0, 0, 0), _LEFT,
                         elided(title, room, 13, 600))  # fmt: skip

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().x()), self)
            return True
        return super().event(event)

    def tip_at(self, x: int) -> str:
        """What is said of a place: a day, or the period at the left."""
        cost = self._cost
        if cost is None:
            return ""
        for column, head in enumerate(self._days):
            left, wide = self._places(column)
            if x >= self._head and left <= x - self._head < left + wide:
                return cost.day_sentence(head.name, cost.days.get(head.day, DayCost()))
        return cost.sentence()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.position().x() < self._head:
            self.unfold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.unfold()
        else:
            super().keyPressEvent(event)


def _up(painter: QPainter, at: QPointF, inks: Inks, role: str = "warning") -> None:
    """A triangle that points up: more than was agreed."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks[role])
    x, y = at.x(), at.y()
    painter.drawPolygon(QPolygonF([QPointF(x, y + 3.5), QPointF(x + 9, y + 3.5),
                                   QPointF(x + 4.5, y - 4)]))  # fmt: skip
