"""Where the manager looks: the current cell, the panel beside it, problems and gaps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit.desk import Desk
from clinicmgr.schedule.gui.legend_line import LegendLine
from clinicmgr.schedule.gui.problem_walk import ProblemWalk
from clinicmgr.schedule.gui.roster_hands import RosterHands
from clinicmgr.schedule.gui.roster_side import RosterSide
from clinicmgr.schedule.gui.roster_view import Mark, Problem, member_key
from clinicmgr.schedule.records import Gap, Violation

if TYPE_CHECKING:
    from clinicmgr.schedule.gui.any_card import AnyCard

Place = tuple[int | None, date]


class Attention:
    """Keeps legend line and panel with the current cell, and walks from problem to problem."""

    def __init__(
        self,
        card: Callable[[], AnyCard],
        side: RosterSide,
        legend: LegendLine,
        hands: RosterHands,
        desk: Desk,
    ) -> None:
        self._card = card
        self._side = side
        self._legend = legend
        self._hands = hands
        self._desk = desk
        self.walker = ProblemWalk()
        self.walked: Callable[[str], object] = lambda _sentence: None
        """Told the sentence of the problem to which F8 went."""

    # The current cell

    def look(self) -> None:
        """The current cell is another one, or has changed."""
        cell, place = self._card().grid.current_cell(), self._place()
        if cell is None or place is None:
            self._legend.say(Mark.QUIET, ())
            return
        self._legend.say(cell.mark, cell.sentences)
        self._side.follow(place)

    def look_again(self) -> None:
        """Everything was read again; where the panel's shift went, the cursor goes too."""
        panel = self._side.cell
        if panel is not None and panel.moved:
            key = self._card().grid.view.row_with(panel.shift_id) or member_key(panel.place[0])
            self._card().grid.select_place(key, panel.place[1])
        self.look()

    def show(self) -> None:
        """Show the current cell in the panel."""
        place, reason = self._place(), self._hands.refusal()
        if reason:
            self._desk.warn(reason)
        elif place is not None:
            self._side.show_cell(place, self._pointed())

    def open(self) -> None:
        """Enter: open what is there, or begin to type where nothing is."""
        grid = self._card().grid
        cell = grid.current_cell()
        if cell is None:
            return
        if not cell.shift_ids:
            grid.edit_cell()
            return
        self.show()
        if self._side.cell is not None:
            self._side.cell.form.focus_field()

    def toggle(self) -> None:
        """Open the panel on the current cell, or close it."""
        if self._side.is_open:
            self._side.close_panel()
        else:
            self.show()

    def ask_who(self) -> None:
        """Show who could take the current shift."""
        self.show()
        if self._side.cell is not None:
            self._side.cell.ask_who()

    @property
    def place(self) -> Place | None:
        """The person and the day of the current cell."""
        return self._place()

    def _place(self) -> Place | None:
        grid = self._card().grid
        place = grid.current_place()
        if place is None:
            return None
        pointed = self._pointed()
        shift = self._hands.cells.material.shift(pointed) if pointed is not None else None
        if shift is not None:
            return shift.member_id, place[1]
        return grid.view.rows[grid.view.row_of(place[0])].member_id, place[1]

    def _pointed(self) -> int | None:
        """The shift of the current cell that was pressed; the first one, if none was."""
        grid = self._card().grid
        cell, place = grid.current_cell(), grid.current_place()
        if cell is None or place is None or not cell.shift_ids:
            return None
        return grid.pressed_id if grid.pressed_id in cell.shift_ids else cell.shift_ids[0]

    # Problems and gaps

    def walk(self, step: int) -> None:
        """Go to the next problem, or back to the one before."""
        found = self.walker.go(step)
        if found is None:
            self._desk.toast(_("There is nothing to review here."))
            return
        self._go(found)
        self.walked(found.sentence)

    def visit(self, problem: Violation) -> None:
        """Show where a problem is, if that is among what is shown; F8 goes on from there."""
        found = self.walker.stand_at(problem.sentence)
        if found is not None:
            self._go(found)

    def _go(self, found: Problem) -> None:
        card = self._card()
        if found.row is not None:
            card.grid.select_place(found.row, found.day)
            card.grid.setFocus()
        elif found.position_id is not None:
            card.coverage.select(found.position_id, card.grid.view.column_of(found.day))
            if self._side.cell is not None or self._side.gaps is not None:
                self.show_gaps(found.position_id, found.day)
        self._legend.say(found.mark, (found.sentence,))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(card, found.sentence))

    def show_gaps(self, position_id: int, day: date) -> None:
        """Show the gaps of a position on a day; of all positions for 0."""
        if self._gaps(position_id, day):
            self._side.show_gaps(day, lambda: self._gaps(position_id, day))

    def _gaps(self, position_id: int, day: date) -> list[Gap]:
        view = self._card().grid.view
        column = view.column_of(day)
        return [
            gap
            for row in view.cover
            if position_id in {0, row.position_id} and column >= 0
            for gap in row.cells[column].gaps
        ]
