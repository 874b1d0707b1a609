"""The cards that show a period: the timeline of a day, the grids of a week and a month."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit.desk import Desk
from clinicmgr.schedule.gui.attention import Attention
from clinicmgr.schedule.gui.grid_style import MONTH, WEEK
from clinicmgr.schedule.gui.period import Span
from clinicmgr.schedule.gui.roster_card import RosterCard
from clinicmgr.schedule.gui.roster_grid import RosterGrid
from clinicmgr.schedule.gui.roster_hands import RosterHands
from clinicmgr.schedule.gui.timeline_card import TimelineCard
from clinicmgr.schedule.gui.timeline_menu import show_timeline_menu

AnyCard = RosterCard | TimelineCard


class RosterCards:
    """One card for each span of days, one of them shown; `span` tells which."""

    def __init__(self, hands: RosterHands, desk: Desk, span: Callable[[], Span]) -> None:
        self._hands = hands
        self._desk = desk
        self._span = span
        self.day = TimelineCard(hands, desk.clock)
        self.week = RosterCard(WEEK, _("Roster of the week"))
        self.month = RosterCard(MONTH, _("Roster of the month"))
        self.stack = QStackedWidget()
        for card in (self.day, self.week, self.month):
            self.stack.addWidget(card)

    @property
    def span(self) -> Span:
        """The span of days in use."""
        return self._span()

    @property
    def card(self) -> AnyCard:
        """The card in use."""
        cards: dict[Span, AnyCard] = {"day": self.day, "week": self.week, "month": self.month}
        return cards[self._span()]

    @property
    def cells(self) -> RosterGrid:
        """The grid with cells to type into: that of the month, or of the week."""
        return self.month.grid if self._span() == "month" else self.week.grid

    @property
    def grids(self) -> tuple[RosterGrid, RosterGrid]:
        """The two grids."""
        return self.week.grid, self.month.grid

    def wire(self, attention: Attention, escape: Callable[[], None]) -> None:
        """Let the cards be heard: what one looks at, opens, leaves, and what was refused."""
        for card in (self.day, self.week, self.month):
            grid = card.grid
            grid.refused.connect(self._desk.warn)
            grid.gone_to.connect(attention.look)
            grid.opened.connect(attention.open)
            grid.escaped.connect(escape)
            card.coverage.chosen.connect(attention.show_gaps)
        for grid in self.grids:
            grid.hands = self._hands
        timeline, desk = self.day.grid, self._desk
        timeline.menu_wanted.connect(lambda at: show_timeline_menu(timeline, attention, desk, at))
        for shown in (self.day.grid, self.week.grid):
            shown.double_clicked.connect(attention.show)
