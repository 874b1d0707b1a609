"""The plain list of pages; each is imported and made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clinicmgr.kernel.i18n import N_

if TYPE_CHECKING:
    from clinicmgr.desktop.opened import Opened
    from clinicmgr.qtkit.page import Page


def today(at: Opened) -> Page:
    from clinicmgr.today.gui.page import TodayPage

    icons = {entry.id: entry.icon for entry in PLACES}
    return TodayPage(at.clinic.today, at.clinic.settings, at.desk, at.keeper, icons)


def schedule(at: Opened) -> Page:
    from clinicmgr.schedule.gui.page import SchedulePage

    clinic = at.clinic

    def labor_budget(month: date) -> int | None:
        return clinic.finance.labor_budget(month)  # money is read when the page first asks

    return SchedulePage(
        clinic.schedule,
        clinic.staff,
        clinic.places,
        clinic.settings,
        at.desk,
        labor_budget,
    )


def hours(at: Opened) -> Page:
    from clinicmgr.hours.gui.page import HoursPage

    return HoursPage(at.clinic.hours, at.clinic.settings, at.desk)


def staff(at: Opened) -> Page:
    from clinicmgr.staff.gui.page import StaffPage

    return StaffPage(at.clinic.staff, at.desk, at.clinic.settings)


def activity(at: Opened) -> Page:
    from clinicmgr.activity.gui.page import ActivityPage

    clinic = at.clinic
    return ActivityPage(clinic.activity, clinic.staff, clinic.places, clinic.settings, at.desk)


def money(at: Opened) -> Page:
    from clinicmgr.finance.gui.page import MoneyPage

    return MoneyPage(at.clinic.finance, at.clinic.settings, at.desk)


def rates(at: Opened) -> Page:
    from clinicmgr.rates.gui.page import RatesPage

    return RatesPage(at.clinic.rates, at.clinic.settings, at.desk)


def equipment(at: Opened) -> Page:
    from clinicmgr.equipment.gui.page import EquipmentPage

    return EquipmentPage(at.clinic.equipment, at.desk, at.clinic.settings)


def reports(at: Opened) -> Page:
    from clinicmgr.reports.catalog.remembered import Remembered
    from clinicmgr.reports.gui.page import ReportsPage
    from clinicmgr.reports.gui.words_editor import WordsEditor

    clinic, pc = at.clinic, at.pc
    kept = Remembered(
        pc.preferences.reports, str(clinic.practice.path), lambda text: pc.keep(reports=text)
    )
    editors = {"words": lambda: WordsEditor(clinic.reports, at.desk)}
    return ReportsPage(clinic, at.desk, kept, editors)


def setup(at: Opened) -> Page:
    from clinicmgr.schedule.gui.setup.page import SetupPage

    clinic = at.clinic
    return SetupPage(clinic.schedule, clinic.staff, clinic.places, at.desk, clinic.settings)


def history(at: Opened) -> Page:
    from clinicmgr.desktop.history_page import HistoryPage

    return HistoryPage(at.clinic, at.desk)


def settings(at: Opened) -> Page:
    from clinicmgr.desktop.settings_page import SettingsPage

    return SettingsPage(at)


def help_(at: Opened) -> Page:
    from clinicmgr.desktop.help_page import HelpPage
    from clinicmgr.kernel.paths import manual_folder

    return HelpPage(manual_folder(), at.desk)


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the window: its name on the rail, its keys, its help, and who makes it.

    `manual` names the Markdown file that F1 opens on this page.
    """

    id: str
    title: str
    icon: str
    keys: str
    make: Callable[[Opened], Page]
    manual: str
    foot: bool = False


PLACES = (
    Place("today", N_("Today"), "today", "Alt+1", today, "today"),
    Place("schedule", N_("Schedule"), "roster", "Alt+2", schedule, "schedule"),
    Place("hours", N_("Hours"), "clock", "Alt+3", hours, "hours"),
    Place("staff", N_("Staff"), "staff", "Alt+4", staff, "staff"),
    Place("activity", N_("Activity"), "activity", "Alt+5", activity, "activity"),
    Place("money", N_("Money"), "money", "Alt+6", money, "money"),
    Place("rates", N_("Rates"), "rates", "Alt+7", rates, "rates"),
    Place("equipment", N_("Equipment"), "equipment", "Alt+8", equipment, "equipment"),
    Place("reports", N_("Reports"), "reports", "Alt+9", reports, "reports"),
    Place("setup", N_("Practice setup"), "practice", "Alt+0", setup, "setup"),
    Place("history", N_("History"), "history", "Ctrl+H", history, "history"),
    Place("settings", N_("Settings"), "settings", "Ctrl+,", settings, "settings", foot=True),
    Place("help", N_("Help"), "help", "F1", help_, "index", foot=True),
)


def place(page: str) -> Place | None:
    """Return the entry of a page by its id."""
    return next((entry for entry in PLACES if entry.id == page), None)
