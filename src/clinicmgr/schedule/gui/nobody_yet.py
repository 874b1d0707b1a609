"""What the page shows before there is anybody to schedule."""

from __future__ import annotations

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState


def nobody_yet(desk: Desk) -> EmptyState:
    """The words and the ways to begin with."""
    return EmptyState(
        "roster",
        _("Nobody to schedule yet"),
        _(
            "The schedule shows your staff with their days. Add the people of the practice, or "
            "import them from Excel; then say what each day needs."
        ),
        buttons.primary(_("Add staff"), lambda: desk.go_to("staff"), icon="add"),
        buttons.quiet(_("Set up the practice"), lambda: desk.go_to("setup")),
    )
