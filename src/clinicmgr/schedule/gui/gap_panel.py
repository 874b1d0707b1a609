"""What the panel shows of gaps: each with everybody who could, or cannot, close it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import labels
from clinicmgr.schedule.gui.candidate_list import CandidateList
from clinicmgr.schedule.gui.candidates import candidates, gap_time, gap_title
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.records import Gap

AssignGap = Callable[[Gap, int], object]
_MOST = 8


class GapPanel(QWidget):
    """Gaps one below the other, person by person."""

    def __init__(
        self,
        material: RosterMaterial,
        gaps: Sequence[Gap],
        assign: AssignGap | None = None,
        covered: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`covered` is said where there is no gap at all."""
        super().__init__(parent)
        self.gaps = tuple(gaps)
        self.lists: list[CandidateList] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 18, 12)
        column.setSpacing(4)
        for number, gap in enumerate(self.gaps[:_MOST]):
            if number:
                column.addSpacing(16)
            title = labels.label(gap_title(gap, material), weight=600, tone="danger", parent=self)
            title.setWordWrap(True)
            column.addWidget(title)
            column.addWidget(labels.secondary(gap_time(gap, material), self))
            found = CandidateList(candidates(material, gap), _for(gap, assign), self)
            self.lists.append(found)
            column.addWidget(found)
        if not self.gaps:
            column.addWidget(labels.paragraph(covered or _("Every minimum is covered."), self))
        elif len(self.gaps) > _MOST:
            more = _("{count} more gaps are marked in the coverage below the grid.")
            column.addWidget(labels.secondary(more.format(count=len(self.gaps) - _MOST), self))
        column.addStretch(1)


def _for(gap: Gap, assign: AssignGap | None) -> Callable[[int], object] | None:
    if assign is None:
        return None
    return lambda member_id: assign(gap, member_id)
