"""The panel beside the grid: a cell, gaps or a proposal; it never loses what is half typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.side_panel import SplitPanel
from clinicmgr.schedule.gui.bulk_panel import BulkPanel
from clinicmgr.schedule.gui.cell_panel import CellPanel
from clinicmgr.schedule.gui.gap_panel import GapPanel
from clinicmgr.schedule.gui.proposal import Proposal
from clinicmgr.schedule.gui.roster_hands import RosterHands
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.records import Gap

Place = tuple[int | None, date]
FindGaps = Callable[[], Sequence[Gap]]


class RosterSide(SplitPanel):
    """Shows one thing at a time and follows the grid while nothing is half typed."""

    def __init__(
        self, main: QWidget, hands: RosterHands, material: Callable[[], RosterMaterial], desk: Desk
    ) -> None:
        super().__init__(main)
        self._hands = hands
        self._material = material
        self._desk = desk
        self._warned = False
        self._find_gaps: FindGaps | None = None
        self.may_close = self._may_close

    @property
    def cell(self) -> CellPanel | None:
        """The cell that is shown, if it is a cell."""
        content = self.panel.content
        return content if self.is_open and isinstance(content, CellPanel) else None

    @property
    def gaps(self) -> GapPanel | None:
        """The gaps that are shown, if it is gaps."""
        content = self.panel.content
        return content if self.is_open and isinstance(content, GapPanel) else None

    # What is shown

    def show_cell(self, place: Place, shift_id: int | None = None) -> CellPanel | None:
        """Show a cell; None where another one is half typed, which then stays."""
        known = self.cell
        if known is not None and known.is_dirty:
            self._warn(known)
            return None
        self._find_gaps = None
        panel = CellPanel(self._hands, self._material(), place, shift_id)
        self.open_panel(panel.title, panel, note=self._day(place[1]), foot=panel.foot())
        panel.remove_button.setVisible(panel.shift_id is not None)
        panel.kept.connect(lambda: self._name(panel))
        self._warned = False
        return panel

    def follow(self, place: Place) -> None:
        """The grid's current cell is another one."""
        known = self.cell
        if known is not None and not known.is_dirty and known.place != place:
            self.show_cell(place)

    def show_gaps(self, day: date, find: FindGaps) -> None:
        """Show the gaps of a day, and again after each change what is left of them."""
        if self._dirty():
            return
        self._find_gaps = find
        panel = GapPanel(self._material(), find(), None if self._hands.refusal() else self._fill)
        self.open_panel(_("Who could work?"), panel, note=self._day(day))

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what a proposal leaves open, person by person."""
        self._find_gaps = None
        count = len(proposal.gaps)
        note = ngettext("{count} gap left", "{count} gaps left", count).format(count=count)
        self.open_panel(_("Gaps in the proposal"), GapPanel(proposal.material, proposal.gaps),
                        note=note)  # fmt: skip

    def is_free(self) -> bool:
        """Whether something else may be shown; where a cell is half typed, it says so."""
        return not self._dirty()

    def renew(self) -> None:
        """Show what has changed."""
        cell, bulk = self.cell, self.panel.content
        if self.is_open and isinstance(bulk, BulkPanel):
            bulk.renew(self._material())
        if cell is not None:
            cell.renew(self._material())
            self._name(cell)
        elif self.gaps is not None and self._find_gaps is not None:
            find = self._find_gaps
            panel = GapPanel(
                self._material(), find(), None if self._hands.refusal() else self._fill
            )
            self.open_panel(_("Who could work?"), panel, note=self.panel_note)

    @property
    def panel_note(self) -> str:
        """The quieter line below the title."""
        gaps = self.gaps
        return self._day(gaps.gaps[0].day) if gaps is not None and gaps.gaps else ""

    # Keeping what is half typed

    def _dirty(self) -> bool:
        known = self.cell
        if known is not None and known.is_dirty:
            self._warn(known)
            return True
        return False

    def _may_close(self) -> bool:
        known = self.cell
        if known is None or not known.is_dirty or self._warned:
            self._warned = False
            return True
        self._warned = True
        self._warn(known)
        return False

    def _warn(self, panel: CellPanel) -> None:
        panel.form.show_error(
            UserError(_("This is not saved yet. Save it, or close the panel again to drop it."))
        )

    def _fill(self, gap: Gap, member_id: int) -> None:
        self._desk.attempt(lambda: self._hands.fill_gap(gap, member_id))

    def _name(self, panel: CellPanel) -> None:
        self.panel.set_title(panel.title, self._day(panel.place[1]))
        panel.remove_button.setVisible(panel.shift_id is not None)

    def _day(self, day: date) -> str:
        return format_day(day, "long", self._material().settings.locale)
