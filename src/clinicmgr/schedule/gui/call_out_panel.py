"""The panel "Someone is out": who, which days, and who takes each shift."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from clinicmgr.kernel.fields import Field, read_all
from clinicmgr.kernel.i18n import N_, _, ngettext
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.periods import format_day, format_range
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.form import Form
from clinicmgr.schedule.gui.call_out_choice import StandInChoice
from clinicmgr.schedule.records import Shift
from clinicmgr.schedule.records.replacements import CallOut
from clinicmgr.staff.records import LeaveKind, StaffMember
from clinicmgr.staff.records.leave import LEAVE_LABELS

Ask = Callable[[int, date, date, Mapping[int, int | None]], CallOut]
Describe = Callable[[Shift], str]

_FIELDS = (
    Field("member_id", N_("Who is out"), "choice", required=True),
    Field("first", N_("From"), "day", required=True),
    Field("last", N_("To"), "day", required=True),
    Field(
        "kind",
        N_("Why"),
        "choice",
        required=True,
        choices=tuple((kind.value, words) for kind, words in LEAVE_LABELS.items()),
        default=LeaveKind.SICK.value,
    ),
)


class CallOutPanel(QWidget):
    """The best stand-ins are chosen from the start; one click on the button below keeps it."""

    told = Signal()
    """What would be kept is another."""

    def __init__(
        self,
        people: Sequence[StaffMember],
        settings: ClinicSettings,
        ask: Ask,
        describe: Describe,
        parent: QWidget | None = None,
    ) -> None:
        """`ask` answers who could stand in; `describe` says post and place of a shift."""
        super().__init__(parent)
        self._settings = settings
        self._ask = ask
        self._describe = describe
        self.found: CallOut | None = None
        self.choices: dict[int, StandInChoice] = {}
        self._chosen: dict[int, int | None] = {}
        names = [(one.id, one.name) for one in people]
        who = _FIELDS[0].choosing(lambda: names)
        self._fields = (who, *_FIELDS[1:])
        self.form = Form(self._fields, locale=settings.locale, parent=self)
        self.summary = labels.paragraph("", self)
        self._shifts = QVBoxLayout()
        self._shifts.setSpacing(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 18, 12)
        column.setSpacing(14)
        column.addWidget(self.form)
        column.addWidget(self.summary)
        column.addLayout(self._shifts)
        column.addStretch(1)
        self.form.edited.connect(self._turn)

    # What is asked

    def begin(self, member_id: int | None, day: date) -> None:
        """Start with this person, if any, and this day."""
        self.form.set_values({"member_id": member_id, "first": day, "last": day})
        self._renew_question()
        self.form.focus_field("first" if member_id is not None else "member_id")

    def question(self) -> tuple[int, date, date] | None:
        """Who is out from when to when; None while that is not complete."""
        good, errors = read_all(self._fields, self.form.raw_values(), self._settings.locale)
        member_id, first, last = (good.get(name) for name in ("member_id", "first", "last"))
        if errors or not isinstance(member_id, int):
            return None
        if not isinstance(first, date) or not isinstance(last, date) or last < first:
            return None
        return member_id, first, last

    def kind(self) -> LeaveKind:
        """Why the person is out."""
        return LeaveKind(str(self.form.raw_values()["kind"]))

    @property
    def cover(self) -> dict[int, int | None]:
        """Who takes which shift."""
        return {} if self.found is None else dict(self.found.cover)

    @property
    def gives_up(self) -> tuple[int, ...]:
        """The shifts from which the chosen people are taken."""
        if self.found is None:
            return ()
        taken = (self.found.candidate(*each) for each in self.found.cover.items())
        ids = [one.gives_up.id for one in taken if one is not None and one.gives_up is not None]
        return tuple(dict.fromkeys(ids))

    def renew(self) -> None:
        """The roster has changed; what was chosen stays where the shift is still there."""
        self._show()

    def _turn(self, name: str) -> None:
        if name == "first":
            self._follow_first()
        if name != "kind":
            self._renew_question()

    def _follow_first(self) -> None:
        """The last day never lies before the first."""
        raw = self.form.raw_values()
        good, _errors = read_all(self._fields, raw, self._settings.locale)
        first, last = good.get("first"), good.get("last")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            self.form.set_values({**raw, "first": first, "last": first})

    def _renew_question(self) -> None:
        self._chosen = {}
        self._show()

    def _choose(self, shift_id: int, member_id: int | None) -> None:
        """Somebody else for one shift; the others see that this one is given."""
        if self.found is not None:
            self._chosen = {**self.found.cover, shift_id: member_id}
            self._show()

    # What is shown

    def _show(self) -> None:
        asked = self.question()
        self.found = None
        if asked is not None:
            self.found = self._ask(*asked, self._chosen)
        shown = [] if self.found is None else [one.id for one in self.found.shifts]
        if list(self.choices) != shown:
            self._rebuild()
        if self.found is not None:
            for shift_id, choice in self.choices.items():
                found = self.found.choices.get(shift_id, ())
                choice.show_candidates(found, self.found.cover[shift_id])
        self.summary.setText(self._summary())
        self.told.emit()

    def _rebuild(self) -> None:
        while self._shifts.count():
            item = self._shifts.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = {}
        for shift in self.found.shifts if self.found is not None else ():
            rule = QFrame(self)
            rule.setFixedHeight(1)
            rule.setProperty("kind", "line")
            self._shifts.addWidget(rule)
            choice = StandInChoice(
                self._when(shift), self._describe(shift), self._if_open(shift), self
            )
            choice.chosen.connect(lambda who, key=shift.id: self._choose(key, who))
            self.choices[shift.id] = choice
            self._shifts.addWidget(choice)

    def _if_open(self, shift: Shift) -> str:
        needed = self.found is not None and shift.id in self.found.needed
        if needed:
            return _("Without it too few people are there.")
        return _("Enough people are there without it.")

    def _when(self, shift: Shift) -> str:
        locale = self._settings.locale
        return _("{day}, {times}").format(
            day=format_day(shift.day, "weekday", locale),
            times=format_range(shift.start, shift.end, locale),
        )

    def _summary(self) -> str:
        found = self.found
        if found is None:
            return _("Choose who is out, and until when.")
        if not found.shifts:
            return _("{name} has no shifts then; only the days off are entered.").format(
                name=found.name
            )
        given = [found.candidate(*each) for each in found.cover.items() if each[1] is not None]
        parts = []
        if given:
            words = ngettext("{count} shift covered", "{count} shifts covered", len(given))
            parts.append(words.format(count=len(given)))
        left = len(found.shifts) - len(given)
        if left:
            words = ngettext("{count} left open", "{count} left open", left)
            open_ids = {key for key, who in found.cover.items() if who is None}
            if not open_ids & found.needed:
                words = ngettext(
                    "{count} left open, which can be spared",
                    "{count} left open, which can be spared",
                    left,
                )
            parts.append(words.format(count=left))
        cents = sum(one.extra_cents or 0 for one in given if one is not None)
        if cents > 0:
            amount = format_money(cents, self._settings.currency, self._settings.locale)
            parts.append(_("{amount} more").format(amount=amount))
        return ", ".join(parts) + "."
