"""What the page of money shows while there is nothing: what belongs there and how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clinicmgr.finance.service import Finance
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState

if TYPE_CHECKING:
    from clinicmgr.finance.gui.page import MoneyPage


class Emptiness:
    """Makes the empty states of the parts of the page."""

    def __init__(self, finance: Finance, desk: Desk, page: MoneyPage) -> None:
        self._finance, self._desk, self._page = finance, desk, page

    def without_accounts(self) -> EmptyState:
        """Teach what accounts are; one button adds the usual ones."""
        return EmptyState(
            "money",
            _("No accounts yet"),
            _(
                "An account is a line such as Rent or Patient payments. With accounts you plan "
                "each month, enter what came and went, and see the difference. Wages come from "
                "the roster by themselves."
            ),
            buttons.primary(_("Add the usual accounts of a clinic"), self.add_chart, icon="add"),
            buttons.quiet(_("Import accounts"), self._page.files.ask_accounts, icon="import"),
        )

    def without_entries(self) -> EmptyState:
        """Teach what entries are."""
        return EmptyState(
            "money",
            _("No entries in this month"),
            _("Type the first one into the line above."),
            buttons.quiet(_("Import from a file"), self._page.files.ask_entries, icon="import"),
        )

    def without_right(self) -> EmptyState:
        """Say that somebody else may see it."""
        return EmptyState(
            "lock",
            _("Money is not shown"),
            _("You may not see budget, income and expenses. Whoever keeps the practice can."),
        )

    def add_chart(self) -> None:
        """Add the starter chart of accounts in one step."""
        added: list[int] = []
        if self._desk.attempt(lambda: added.extend(self._finance.add_starter_chart())):
            words = ngettext("{count} account added", "{count} accounts added", len(added))
            self._desk.toast(words.format(count=len(added)), undo=True)
