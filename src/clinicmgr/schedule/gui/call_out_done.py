"""What the panel shows after a call-out: who has which shift now, and how to reach them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day, format_range
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.icon_label import IconLabel
from clinicmgr.schedule.records import Shift
from clinicmgr.staff.records import StaffMember


class CallOutDone(QWidget):
    """A line for each shift: when, and whom to phone, or that it is open."""

    def __init__(
        self,
        shifts: Sequence[Shift],
        people: Mapping[int, StaffMember],
        locale: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 18, 12)
        column.setSpacing(14)
        given = any(one.member_id is not None for one in shifts)
        lead = _("Everything is entered. Let them know:") if given else _("Everything is entered.")
        column.addWidget(labels.paragraph(lead, self))
        self.lines: list[str] = []
        for shift in shifts:
            column.addWidget(self._line(shift, people.get(shift.member_id or 0), locale))
        column.addStretch(1)

    def _line(self, shift: Shift, member: StaffMember | None, locale: str) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        sign = ("check-circle", "success") if member is not None else ("warning", "warning")
        row.addWidget(IconLabel(*sign, 16, line), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = member.name if member is not None else _("Open: nobody has it yet")
        phone = (member.phone or _("no phone number")) if member is not None else ""
        when = _("{day}, {times}").format(
            day=format_day(shift.day, "weekday", locale),
            times=format_range(shift.start, shift.end, locale),
        )
        said = " · ".join(filter(None, (name, phone)))
        who = labels.strong(said, line)
        who.setWordWrap(True)
        who.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(who)
        words.addWidget(labels.secondary(when, line))
        row.addLayout(words, 1)
        line.setAccessibleName(f"{when}: {said}")
        self.lines.append(line.accessibleName())
        return line
