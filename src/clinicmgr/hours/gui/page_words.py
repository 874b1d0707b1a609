"""The parts of the hours page: what they are called and what each is there for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.record_book import RecordBook

SECTIONS = ("hours", "sign-off", "adjustments", "rules", "differentials", "payroll")
OF_A_PERIOD = frozenset(("hours", "sign-off", "adjustments", "payroll"))


def titles() -> tuple[str, ...]:
    """Return the titles of the sections, in their order."""
    return (
        _("Hours"),
        _("Sign-off"),
        _("Adjustments"),
        _("Pay rules"),
        _("Differentials"),
        _("Payroll"),
    )


def main_words(section: str, shown: QWidget) -> tuple[str, str]:
    """Return the words and the icon of the one main action of a section; "" where it has none."""
    if isinstance(shown, RecordBook):
        return shown.words.add, "add"
    words = {
        "hours": (_("Import from the time clock"), "import"),
        "sign-off": (_("Lock the pay period…"), "lock"),
    }
    return words.get(section, ("", "export"))


def nobody_yet(desk: Desk) -> EmptyState:
    """Return what the page shows while nobody works in the practice."""
    return EmptyState(
        "clock",
        _("Nobody works here yet"),
        _(
            "Hours are entered for staff members: hire them first. Then type a day here, take "
            "the plan, or import the file of the time clock."
        ),
        buttons.primary(_("Go to staff"), lambda: desk.go_to("staff", "new"), icon="staff"),
    )
