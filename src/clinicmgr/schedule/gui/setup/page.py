"""The practice setup: the lists that people, shifts and demand are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QTabBar

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings, Settings
from clinicmgr.places.gui.books import RoomBook, SiteBook
from clinicmgr.places.service import Places
from clinicmgr.qtkit.cover_stack import CoverStack
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.page import Page
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.qtkit.search_field import SearchField
from clinicmgr.qtkit.shortcuts import Command
from clinicmgr.schedule.gui.setup.closures import ClosureBook
from clinicmgr.schedule.gui.setup.demand_book import DemandBook
from clinicmgr.schedule.gui.setup.rules import RulesBook
from clinicmgr.schedule.gui.setup.shift_types import ShiftTypeBook
from clinicmgr.schedule.gui.setup.week_plans import WeekPlanBook
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.gui.books import KindBook, PositionBook, SkillBook
from clinicmgr.staff.service import Staff

SECTIONS = (
    "positions",
    "skills",
    "credentials",
    "sites",
    "rooms",
    "shift_types",
    "week_plans",
    "demand",
    "closures",
    "rules",
)


class SetupPage(Page):
    """One section for each list; a section is made when it is first turned to."""

    watches: ClassVar[frozenset[str]] = frozenset(("schedule", "staff", "places"))

    def __init__(
        self,
        schedule: Schedule,
        staff: Staff,
        places: Places,
        desk: Desk,
        settings: Settings | None = None,
    ) -> None:
        """`settings` gives the locale and the first day of the week."""
        super().__init__(_("Practice setup"))
        self._schedule, self._staff, self._places = schedule, staff, places
        self._desk = desk
        self._now = settings.current() if settings is not None else ClinicSettings("")
        self._books: dict[str, RecordBook] = {}
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(_("Parts of the setup"))
        self.tabs.setExpanding(False)
        for title in _titles():
            self.tabs.addTab(title)
        self.search = SearchField("", self)
        self.stack = CoverStack(self)
        self._lay_out_sections()
        self._add_actions()
        self.tabs.currentChanged.connect(lambda _at: self._turn())
        self.search.searched.connect(self._filter)
        self.search.left_down.connect(self._go_to_list)
        self._turn()

    def _lay_out_sections(self) -> None:
        self.bar.addWidget(self.tabs)
        self.bar.addStretch()
        self.bar.addWidget(self.search)
        self.search.setMinimumWidth(150)
        self.body.addWidget(self.stack, 1)

    def _add_actions(self) -> None:
        add = self.add_action
        self._add_record = add("", self.add, icon="add", shortcut="Ctrl+N", place="primary")
        add(
            _("Find in the list"),
            self.search.begin,
            icon="search",
            shortcut="Ctrl+F",
            place="palette",
        )
        add(_("Save"), self.save, icon="save", shortcut="Ctrl+S", place="palette")
        known = {command.id for command in self._desk.commands.all()}
        for section, title in zip(SECTIONS, _titles(), strict=True):
            if f"setup.{section}" not in known:
                words = _("Practice setup: {part}").format(part=title)
                go = partial(self._desk.go_to, "setup", section)
                self._desk.commands.add(Command(f"setup.{section}", words, _("Setup"), go))

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of the lists, for the keyboard sheet."""
        return (
            ("F2", _("Edit")),
            ("Del", _("Remove, or empty cells of demand")),
            ("Ctrl+D", _("Fill down in demand and shift types")),
            ("Esc", _("Close the form")),
        )

    # What is shown

    @property
    def section(self) -> str:
        """Which part is shown: one of `SECTIONS`."""
        return SECTIONS[self.tabs.currentIndex()]

    @property
    def book(self) -> RecordBook:
        """The list that is shown."""
        return self._books[self.section]

    def turn_to(self, section: str) -> RecordBook:
        """Show one of `SECTIONS` and return its list."""
        self.tabs.setCurrentIndex(SECTIONS.index(section))
        return self.book

    def reload(self) -> None:
        """Read the list that is shown; the others are read when they are turned to."""
        self.book.reload()

    def go_to(self, ref: object) -> None:
        """Show a section by name, a record by (section, id), or a room by its id."""
        if isinstance(ref, str) and ref in SECTIONS:
            self.turn_to(ref)
        elif isinstance(ref, tuple) and len(ref) == 2:
            self.turn_to(str(ref[0])).open(ref[1])
        elif isinstance(ref, int):
            self.turn_to("rooms").open(ref)

    def add(self) -> None:
        """Open the form for a new record of the list that is shown."""
        self.book.add()

    def save(self) -> None:
        """Keep the form of the list that is shown."""
        self.book.save()

    # Inside

    def _go_to_list(self) -> None:
        self.book.table.setFocus()

    def _turn(self) -> None:
        section = self.section
        if section not in self._books:
            self._books[section] = book = self._made(section)
            self.stack.addWidget(book)
            if isinstance(book, DemandBook):
                book.files.import_ready.connect(self.stack.cover)
            elif isinstance(book, WeekPlanBook):
                book.sheet_ready.connect(self.stack.cover)
        book = self.book
        self.stack.setCurrentWidget(book)
        self._add_record.setText(book.words.add)
        is_list = isinstance(book.table, RecordTable)
        self.search.setVisible(is_list)
        self.search.setPlaceholderText(_("Find in the list"))
        self.search.setAccessibleName(_("Find in {list}").format(list=book.words.title))
        self.search.clear()
        if self.isVisible():
            book.reload()

    def _made(self, section: str) -> RecordBook:
        schedule, staff, places = self._schedule, self._staff, self._places
        desk, now = self._desk, self._now
        makers: dict[str, Callable[[], RecordBook]] = {
            "positions": lambda: PositionBook(staff, desk, now),
            "skills": lambda: SkillBook(staff, desk, now),
            "credentials": lambda: KindBook(staff, desk, now),
            "sites": lambda: SiteBook(places, desk, now),
            "rooms": lambda: RoomBook(places, desk, now),
            "shift_types": lambda: ShiftTypeBook(schedule, staff, places, desk, now),
            "week_plans": lambda: WeekPlanBook(schedule, desk, now),
            "demand": lambda: DemandBook(schedule, staff, places, desk, now),
            "closures": lambda: ClosureBook(schedule, desk, now),
            "rules": lambda: RulesBook(schedule, staff, places, desk, now),
        }
        return makers[section]()

    def _filter(self, text: str) -> None:
        table = self.book.table
        if isinstance(table, RecordTable):
            table.set_filter(text)


def _titles() -> tuple[str, ...]:
    return (
        _("Positions"),
        _("Skills"),
        _("Credentials"),
        _("Sites"),
        _("Rooms"),
        _("Shift types"),
        _("Week plans"),
        _("Demand"),
        _("Closed days"),
        _("Rules"),
    )
