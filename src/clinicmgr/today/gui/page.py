"""Today: the first page. Who is in, what is not covered, and what needs the manager."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from clinicmgr.kernel.domain import Due
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import Settings
from clinicmgr.qtkit import tokens
from clinicmgr.qtkit.card import Card
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.page import Page
from clinicmgr.today import rules
from clinicmgr.today.gui.attention import Attention
from clinicmgr.today.gui.backup_card import BackupCard, Safe
from clinicmgr.today.gui.day_steps import DaySteps
from clinicmgr.today.gui.first_steps import FirstSteps
from clinicmgr.today.gui.line_list import widen
from clinicmgr.today.gui.presence_lines import presence_lines
from clinicmgr.today.gui.presence_list import PresenceList
from clinicmgr.today.gui.reading import Reading
from clinicmgr.today.gui.weeks_card import WeeksCard
from clinicmgr.today.records import NEEDED, Presence, WeekFigures
from clinicmgr.today.service import WEEKS, Today

_MINUTE = 60_000  # milliseconds


class TodayPage(Page):
    """Shows who is in at once; what every domain says is due follows, one domain at a time."""

    def __init__(
        self,
        today: Today,
        settings: Settings,
        desk: Desk,
        safe: Safe,
        pages: Mapping[str, str] | None = None,
    ) -> None:
        """`safe` makes the backups; `pages` has the icon of each page by its id."""
        super().__init__(_("Today"))
        self._today, self._settings, self._desk = today, settings, desk
        self._locale = settings.current().locale
        self.day = desk.clock.today()
        self._shown: date | None = None
        self._presence = Presence(self.day)
        self._follows = True
        self.reading = Reading(self)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self.look_at_the_clock)
        self.steps = DaySteps(self)
        self.who = Card(_("Who is in"), parent=self)
        self.people = PresenceList(self)
        self.backup = BackupCard(safe, desk, self._locale, self)
        self.attention = Attention(today, pages or {}, self._locale, self)
        self.weeks = WeeksCard(self._locale, self)
        self.first_steps = FirstSteps(desk, self)
        self.stack = QStackedWidget(self)
        self._lay_out()
        self._add_actions()
        self._connect()

    def _lay_out(self) -> None:
        self.header.insertWidget(0, self.steps)
        self.who.subtitle_label.setWordWrap(True)
        self.who.body.addWidget(self.people, 1)
        widen(self.who)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (left, (self.who, self.backup)),
            (right, (self.attention, self.weeks)),
        ):
            column.setSpacing(tokens.GAP)
            column.addWidget(parts[0], 1)
            column.addWidget(parts[1])
        day = QWidget(self)
        row = QHBoxLayout(day)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        row.addLayout(left, 41)
        row.addLayout(right, 59)
        self.stack.addWidget(day)
        self.stack.addWidget(self.first_steps)
        self.body.addWidget(self.stack, 1)
        self.setFocusProxy(self.attention)

    def _add_actions(self) -> None:
        add = self.add_action
        self.prints = add(
            _("Print the day sheet"), self.print_day, icon="print", shortcut="Ctrl+P",
            place="primary",
        )  # fmt: skip
        self.out = add(_("Someone is out…"), self.call_out, icon="sick", shortcut="Ctrl+Shift+O")
        add(_("Previous day"), lambda: self.step(-1), shortcut="Alt+Left", place="palette")
        add(_("Next day"), lambda: self.step(1), shortcut="Alt+Right", place="palette")
        add(_("Today"), self.go_today, shortcut="Ctrl+T", place="palette")
        add(_("Back up now"), self.backup.back_up, icon="backup", place="palette")

    def _connect(self) -> None:
        self.steps.stepped.connect(self.step)
        self.steps.today.connect(self.go_today)
        self.attention.chosen.connect(self._go_to_due)
        self.people.chosen.connect(self._go_to_person)

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of the lists, for the keyboard sheet."""
        return (
            ("Enter", _("Go to what is selected")),
            ("Tab", _("To the next list")),
            ("Ctrl+C", _("Copy the line")),
        )

    # Reading

    def mark_stale(self, domains: frozenset[str]) -> None:
        """Hear that something changed: whatever it is, it may concern this page."""
        if domains:
            self._stale = True
            self.refresh()

    def reload(self) -> None:
        """Read who is in; then, step by step, what is due and the last weeks."""
        other_day = self._shown != self.day
        self._shown = self.day
        self._presence = self._today.presence(self.day)
        if self._is_being_set_up():
            self.reading.stop()
            return
        self._show_presence(anew=other_day)
        if other_day:
            self.attention.clear()
        self.reading.start(
            (self.backup.reload, *self.attention.steps(self.day), *self._steps_of_weeks())
        )

    def _is_being_set_up(self) -> bool:
        """Show the first steps while there is nothing else to show."""
        found = self._presence
        steps = {} if found.crews or found.uncovered else self._today.first_steps()
        new = not all(steps.get(step, True) for step in NEEDED)
        if new:
            self.first_steps.show_steps(steps)
            self.set_title(_("Today"), format_day(self.day, "long", self._locale))
        self.stack.setCurrentIndex(1 if new else 0)
        self.setFocusProxy(self.first_steps if new else self.attention)
        self.prints.setEnabled(not new)
        self.out.setEnabled(not new)
        self.steps.setVisible(not new)
        return new

    def _show_presence(self, *, anew: bool = False) -> None:
        now = self._desk.clock.now()
        is_today = self.day == now.date()
        self.set_title(format_day(self.day, "long", self._locale), rules.greeting(self.day, now))
        title = _("Who is in") if is_today else _("Who works")
        self.who.set_title(title, rules.summary(self._presence, is_today=is_today))
        lines = presence_lines(self._presence, self._locale, is_today=is_today)
        self.people.set_lines(lines, anew=anew)
        self.steps.today_button.setEnabled(not is_today)

    def _steps_of_weeks(self) -> list[Callable[[], object]]:
        """Read a week in each step, and draw them when all are there."""
        weeks = self._today.each_week(self.day)
        read: list[WeekFigures] = []
        return [
            *(lambda: read.extend(islice(weeks, 1)) for _number in range(WEEKS)),
            lambda: self.weeks.show_weeks(read),
        ]

    def look_at_the_clock(self) -> None:
        """Show who is in at this minute; after midnight, the new day."""
        now = self._desk.clock.now()
        if self._follows and now.date() != self.day:
            self._turn(now.date())
        elif self.stack.currentIndex() == 0:
            self._presence = self._presence.at(now)
            self._show_presence()

    # The day

    def step(self, count: int) -> None:
        """Show a day so many days on."""
        self._turn(self.day + timedelta(days=count))

    def go_today(self) -> None:
        """Show today."""
        self._turn(self._desk.clock.today())

    def go_to(self, ref: object) -> None:
        """Show a day."""
        if isinstance(ref, date):
            self._turn(ref)

    def _turn(self, day: date) -> None:
        self._follows = day == self._desk.clock.today()
        if day != self.day:
            self.day = day
            self._stale = True
            self.refresh()

    # Going there, printing

    def print_day(self) -> None:
        """Open the day sheet in the preview."""
        from clinicmgr.today.gui.day_paper import day_paper  # not before it is asked for

        self._desk.show_paper(day_paper(self._today, self._settings, self.day))

    def call_out(self) -> None:
        """Ask on the schedule who is out on the day that is shown, and who stands in."""
        self._desk.go_to("schedule", ("call-out", None, self.day))

    def _go_to_due(self, due: Due) -> None:
        self._desk.go_to(due.page, due.ref)

    def _go_to_person(self, key: object) -> None:
        self._desk.go_to(*self.people.way_to(key, self.day))

    def showEvent(self, event: QShowEvent) -> None:
        now = self._desk.clock.now()
        if self._follows and now.date() != self.day:
            self.day = now.date()
            self._stale = True
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()
        if self.reading.stop():
            self._stale = True  # what was not read is read when the page is shown again
