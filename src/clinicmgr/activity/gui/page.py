"""The activity page: the tally, utilization, trends, and the lists behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar, Protocol

from PySide6.QtWidgets import QTabBar, QWidget

from clinicmgr.activity.gui.books import ClassBook, LineBook
from clinicmgr.activity.gui.files import ActivityFiles
from clinicmgr.activity.gui.tally_view import TallyView
from clinicmgr.activity.gui.trend_view import TrendView
from clinicmgr.activity.gui.use_view import UseView
from clinicmgr.activity.service import Activity
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import Settings
from clinicmgr.places.service import Places
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.cover_stack import CoverStack
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.page import Page
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.staff.service import Staff

SECTIONS = ("tally", "utilization", "trends", "lines", "classes")


class _Section(Protocol):
    def reload(self) -> None:
        """Read again what is shown."""
        ...


class ActivityPage(Page):
    """One section for each question; a section is made when it is first turned to."""

    watches: ClassVar[frozenset[str]] = frozenset(
        ("activity", "staff", "places", "schedule", "equipment")
    )

    def __init__(
        self, activity: Activity, staff: Staff, places: Places, settings: Settings, desk: Desk
    ) -> None:
        """`settings` gives the locale, the week, and what stands on prints."""
        super().__init__(_("Activity"))
        self._activity, self._staff, self._places = activity, staff, places
        self._desk = desk
        self._now = settings.current()
        self._sections: dict[str, QWidget] = {}
        self.files = ActivityFiles(activity, desk, settings.current, self)
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(_("Parts of activity"))
        self.tabs.setExpanding(False)
        for title in _titles():
            self.tabs.addTab(title)
        self.count = labels.secondary("", self)
        self.stack = CoverStack(self)
        self.bar.addWidget(self.tabs)
        self.bar.addStretch()
        self.bar.addWidget(self.count)
        self.body.addWidget(self.stack, 1)
        self._add_actions()
        self.files.import_ready.connect(self.stack.cover)
        self.tabs.currentChanged.connect(lambda _at: self._turn())
        self._turn()

    def _add_actions(self) -> None:
        add, files = self.add_action, self.files
        self._add_record = add("", self.add, icon="add", shortcut="Ctrl+N", place="primary")
        add(_("Print"), self.print_shown, icon="print", shortcut="Ctrl+P")
        add(_("Print the tally sheets of the week"), self.print_tally, icon="print", place="more")
        add(_("Print the activity summary"), files.print_summary, icon="document", place="more")
        add(_("Print the utilization"), self.print_utilization, icon="document", place="more")
        add(_("Import counts…"), files.ask_import, icon="import", place="more")
        add(_("Export counts…"), files.ask_export, icon="export", place="more")
        add(_("Previous week or period"), lambda: self.step(-1), shortcut="Alt+Left",
            place="palette")  # fmt: skip
        add(_("Next week or period"), lambda: self.step(1), shortcut="Alt+Right", place="palette")
        add(_("Save"), self.save, icon="save", shortcut="Ctrl+S", place="palette")

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of the tally, for the keyboard sheet."""
        return (
            ("F2", _("Type a count")),
            ("Enter", _("Keep it and go down")),
            ("Tab", _("Keep it and go to the next day")),
            ("Del", _("Empty the cells")),
            ("Ctrl+V", _("Paste a block from a spreadsheet")),
            ("Ctrl+D", _("Fill down")),
            ("Alt+Left", _("Previous week or period")),
        )

    # What is shown

    @property
    def section(self) -> str:
        """Which part is shown: one of `SECTIONS`."""
        return SECTIONS[self.tabs.currentIndex()]

    @property
    def shown(self) -> QWidget:
        """The part that is shown."""
        return self._sections[self.section]

    @property
    def tally(self) -> TallyView:
        """The tally."""
        tally = self._sections["tally"]
        assert isinstance(tally, TallyView)  # noqa: S101 - made first, and never another
        return tally

    def turn_to(self, section: str) -> QWidget:
        """Show one of `SECTIONS` and return it."""
        self.tabs.setCurrentIndex(SECTIONS.index(section))
        return self.shown

    def reload(self) -> None:
        """Read the part that is shown; the others are read when they are turned to."""
        section: _Section = self.shown  # type: ignore[assignment]  # each part can
        section.reload()

    def go_to(self, ref: object) -> None:
        """Show a part by name, the tally of a day, or a record by (part, id)."""
        if isinstance(ref, date):
            self.turn_to("tally")
            self.tally.show_day(ref)
        elif isinstance(ref, str) and ref in SECTIONS:
            self.turn_to(ref)
        elif isinstance(ref, tuple) and len(ref) == 2:
            shown = self.turn_to(str(ref[0]))
            if isinstance(shown, RecordBook):
                shown.reload()
                shown.open(ref[1])

    # What the actions do

    def add(self) -> None:
        """Open the form for a new record; elsewhere that is a service line."""
        if not isinstance(self.shown, RecordBook):
            self.turn_to("lines")
        if isinstance(self.shown, RecordBook):
            self.shown.add()

    def save(self) -> None:
        """Keep the form that is shown."""
        if isinstance(self.shown, RecordBook):
            self.shown.save()

    def step(self, count: int) -> None:
        """Show the week, month, quarter or year so many on."""
        if isinstance(self.shown, TallyView | UseView):
            self.shown.step(count)

    def print_shown(self) -> None:
        """Open what belongs to the part that is shown in the preview."""
        if self.section == "tally":
            self.print_tally()
        elif self.section == "utilization":
            self.print_utilization()
        else:
            self.files.print_summary()

    def print_tally(self) -> None:
        """Open the tally sheets of the week that is shown in the preview."""
        self.files.print_tally(self.tally.first, self.tally.last)

    def print_utilization(self) -> None:
        """Open the utilization of the period that is shown in the preview."""
        shown = self.turn_to("utilization")
        if isinstance(shown, UseView):
            self.files.print_utilization(shown.first, shown.last)

    # Inside

    def _turn(self) -> None:
        section = self.section
        if section not in self._sections:
            self._sections[section] = self._made(section)
            self.stack.addWidget(self._sections[section])
        self.stack.setCurrentWidget(self.shown)
        book = self.shown if isinstance(self.shown, RecordBook) else None
        self.count.setVisible(book is None)
        self._add_record.setText(book.words.add if book else _("Add service line"))
        if self.isVisible():
            self.reload()

    def _made(self, section: str) -> QWidget:
        activity, desk, now = self._activity, self._desk, self._now
        makers: dict[str, Callable[[], QWidget]] = {
            "tally": lambda: TallyView(activity, desk, now, self._empty),
            "utilization": lambda: UseView(activity, desk, now),
            "trends": lambda: TrendView(activity, desk, now),
            "lines": lambda: LineBook(activity, self._staff, self._places, desk, now),
            "classes": lambda: ClassBook(activity, desk, now),
        }
        made = makers[section]()
        if isinstance(made, TallyView | UseView | TrendView):
            made.told.connect(self.count.setText)
        return made

    def _empty(self) -> EmptyState:
        return EmptyState(
            "activity",
            _("Nothing to count yet"),
            _(
                "Say what you count, such as office visits and X-rays, and who does it. Then type "
                "a week of counts here, paste it from a spreadsheet, or import a file."
            ),
            buttons.primary(_("Add the first service line"), self.add, icon="add"),
            buttons.quiet(_("Import counts"), self.files.ask_import, icon="import"),
        )


def _titles() -> tuple[str, ...]:
    return _("Tally"), _("Utilization"), _("Trends"), _("Service lines"), _("Payer classes")
