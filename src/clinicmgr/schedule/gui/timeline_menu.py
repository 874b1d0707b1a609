"""The menu of a bar of the timeline."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.icons import icon
from clinicmgr.schedule.gui.attention import Attention
from clinicmgr.schedule.gui.timeline import Timeline


def show_timeline_menu(timeline: Timeline, attention: Attention, desk: Desk, at: QPoint) -> QMenu:
    """Open the menu of the current bar, or of the empty lane, at a place on the screen."""
    menu = QMenu(timeline)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    hands, bar = timeline.hands, timeline.current_bar()

    def offer(words: str, name: str, run: Callable[[], object]) -> None:
        menu.addAction(icon(name, "text"), words).triggered.connect(lambda _on=False: run())

    offer(_("Open the panel"), "sidebar", attention.show)
    if bar is not None:
        ids = [bar.shift_id]
        locked = bar.look.locked
        offer(_("Who can take it?"), "swap", attention.ask_who)
        offer(_("Make open"), "user-plus", lambda: desk.attempt(lambda: hands.make_open(ids)))
        offer(
            _("Unlock") if locked else _("Lock"),
            "unlock" if locked else "lock",
            lambda: desk.attempt(lambda: hands.lock(ids, locked=not locked)),
        )
        menu.addSeparator()
        offer(_("Delete"), "trash", lambda: desk.attempt(lambda: hands.remove(ids)))
    menu.popup(at)
    return menu
