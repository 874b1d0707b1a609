"""Opens the panel of a bulk change on the selected shifts, and lets it follow the selection."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.qtkit.desk import Desk
from clinicmgr.schedule.gui.bulk_panel import BulkPanel
from clinicmgr.schedule.gui.roster_grid import RosterGrid
from clinicmgr.schedule.gui.roster_hands import RosterHands
from clinicmgr.schedule.gui.roster_side import RosterSide


class BulkOpening:
    """Knows the panel while it is open."""

    def __init__(
        self,
        grid: Callable[[], RosterGrid],
        grids: Sequence[RosterGrid],
        hands: RosterHands,
        side: RosterSide,
        desk: Desk,
    ) -> None:
        self._grid = grid
        self._hands = hands
        self._side = side
        self._desk = desk
        for one in grids:
            one.selectionModel().selectionChanged.connect(lambda _now, _was: self.follow())

    def open(self) -> None:
        """Open the panel on the selected shifts."""
        ids = self._ids()
        if reason := self._hands.refusal():
            self._desk.warn(reason)
        elif not ids:
            self._desk.warn(_("Select the shifts to change first, with Shift and the arrows."))
        elif self._side.is_free():
            panel = BulkPanel(self._hands, self._hands.cells.material, ids)
            self._side.open_panel(panel.title, panel, note=self._note(), foot=panel.foot())
            panel.kept.connect(self._grid().setFocus)
            panel.form.focus_field("start")

    def follow(self) -> None:
        """The selection is another one."""
        panel = self._side.panel.content
        if self._side.is_open and isinstance(panel, BulkPanel) and self._ids():
            panel.take(self._ids())
            self._side.panel.set_title(panel.title, self._note())

    def _ids(self) -> list[int]:
        return self._grid().block_ids(self._grid().selected_block())

    def _note(self) -> str:
        rows, columns = self._grid().selected_block()
        count = len(rows) * len(columns)
        return ngettext("{count} cell selected", "{count} cells selected", count).format(
            count=count
        )
