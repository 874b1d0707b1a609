"""The activity page: the tally, utilization, trends, and the lists behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget

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
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.section_page import SectionPage
from clinicmgr.staff.service import Staff

SECTIONS = ("tally", "utilization", "trends", "lines", "classes")


class ActivityPage(SectionPage):
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
        self.files = ActivityFiles(activity, desk, settings.current, self)
        self.add_sections(zip(SECTIONS, _titles(), strict=True), _("Parts of activity"))
        self.count = labels.secondary("", self)
        self.bar.addWidget(self.count)
        self._add_actions()
        self.files.import_ready.connect(self.stack.cover)
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
    def tally(self) -> TallyView:
        """The tally."""
        tally = self._sections["tally"]
        assert isinstance(tally, TallyView)  # noqa: S101 - made first, and never another
        return tally

    def go_to(self, ref: object) -> None:
        """Show a part by name, the tally of a day, or a record by (part, id)."""
        if isinstance(ref, date):
            self.turn_to("tally")
            self.tally.show_day(ref)
        elif isinstance(ref, tuple) and len(ref) == 2:
            self.turn_to(str(ref[0]))
            if self.book is not None:
                self.book.reload()
                self.book.open(ref[1])
        else:
            super().go_to(ref)

    # What the actions do

    def add(self) -> None:
        """Open the form for a new record; elsewhere that is a service line."""
        if self.book is None:
            self.turn_to("lines")
        if self.book is not None:
            self.book.add()

    def save(self) -> None:
        """Keep the form that is shown."""
        if self.book is not None:
            self.book.save()

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

    def _suit_section(self) -> None:
        book = self.book
        self.count.setVisible(book is None)
        self._add_record.setText(book.words.add if book else _("Add service line"))

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
