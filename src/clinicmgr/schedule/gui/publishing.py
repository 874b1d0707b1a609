"""Publishing from the page: the state in its header, the button, and the panel it opens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.icons import icon
from clinicmgr.schedule.gui.publishing_files import PublishedFiles
from clinicmgr.schedule.gui.publishing_panel import PublishPanel
from clinicmgr.schedule.gui.publishing_words import (
    concerns_ahead,
    count_words,
    publish_view,
    state_words,
)
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_side import RosterSide
from clinicmgr.schedule.service import Schedule

Press = Callable[[], object]


class PublishStrip(QWidget):
    """Whether the period is a draft, in words, and the button; it stands in the page's header."""

    def __init__(self, press: Press, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = labels.secondary(parent=self)
        self.button = buttons.quiet(_("Publish…"), press, icon="mail", parent=self)
        self.button.setToolTip(_("See what is new for whom, and publish it"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.words)
        row.addWidget(self.button)

    def show_state(self, words: str, *, offered: bool, main: bool) -> None:
        """Show the state; the button is the page's main one where something is unpublished."""
        self.words.setText(words)
        self.button.setEnabled(offered)
        weigh(self.button, "mail", main=main)


def weigh(button: QPushButton, name: str, *, main: bool, action: QAction | None = None) -> None:
    """Make a button the primary one of the page, or a quiet one; `action`: whose button it is."""
    kind = "primary" if main else "quiet"
    if button.property("kind") != kind:
        button.setProperty("kind", kind)
        (action or button).setIcon(icon(name, "on_accent" if main else "text"))
        labels.restyle(button)


class RosterPublishing:
    """Keeps the strip with the period that is shown, and opens the panel beside the grid."""

    def __init__(
        self,
        schedule: Schedule,
        desk: Desk,
        side: RosterSide,
        material: Callable[[], RosterMaterial],
        print_roster: Press,
    ) -> None:
        self._schedule = schedule
        self._desk = desk
        self._side = side
        self._material = material
        self._print_roster = print_roster
        self._notes: tuple[object, str] = (None, "")
        self.files = PublishedFiles(schedule, desk, material)
        self.strip = PublishStrip(self.open)
        side.opened.connect(self._renew_strip)
        side.closed.connect(self._renew_strip)

    @property
    def panel(self) -> PublishPanel | None:
        """The panel, if it is shown."""
        content = self._side.panel.content
        return content if self._side.is_open and isinstance(content, PublishPanel) else None

    @property
    def is_main(self) -> bool:
        """Whether publishing is what comes next: something is unpublished, and not all over."""
        material = self._material()
        standing = material.standing
        ahead = material.last >= material.today and not material.proposed
        return ahead and standing is not None and not standing.is_current

    def renew(self) -> None:
        """Show what has changed, in the header and in an open panel."""
        self._renew_strip()
        panel = self.panel
        if panel is None:
            return
        if self._material().proposed or self._notes[0] != self._span:
            self._side.close_panel()
        else:
            self._fill(panel)

    def _renew_strip(self) -> None:
        material = self._material()
        offered = bool(material.facts.people) and not material.proposed
        words = state_words(material.standing, material.settings.locale) if offered else ""
        main = self.is_main and self.panel is None  # the panel has the main button then
        self.strip.show_state(words, offered=offered, main=main)

    def open(self) -> None:
        """Open the panel; a shift that is half typed stays, and says so."""
        if self._side.cell is not None and not self._side.close_panel():
            return
        if self._material().proposed:
            self._desk.warn(_("A proposal is shown. Accept or discard it first."))
            return
        kept = self._notes[1] if self._notes[0] == self._span else ""
        panel = self.panel
        self._notes = (self._span, panel.note if panel is not None else kept)
        panel = PublishPanel(self.files.offers(self._print_roster), self._notes[1])
        panel.form.edited.connect(lambda _name: self._remember(panel))
        self.publish_button = buttons.primary(_("Publish"), self.publish, parent=panel)
        self._fill(panel)
        self._side.open_panel(
            _("Publish the roster"), panel, note=self._period, foot=(self.publish_button,)
        )

    def _remember(self, panel: PublishPanel) -> None:
        self._notes = (self._notes[0], panel.note)

    def _fill(self, panel: PublishPanel) -> None:
        material = self._material()
        recent = self._schedule.publishing.recent(
            material.first, material.last, facts=material.facts
        )
        panel.show_view(publish_view(material, recent))
        standing = material.standing
        self.publish_button.setEnabled(standing is None or not standing.is_current)

    # Publishing

    def publish(self) -> None:
        """Publish the period; where something speaks against it, ask first."""
        against = concerns_ahead(self._material())
        if not against.count:
            self._publish()
            return
        first = (*against.problems, *against.gaps)[0].sentence
        self._desk.confirm(
            _("Publish anyway?"),
            _("{what}. {first}").format(what=count_words(against), first=first),
            _("Publish anyway"),
            self._publish,
        )

    def _publish(self) -> None:
        material, panel = self._material(), self.panel
        note = panel.note if panel is not None else ""
        made: list[int] = []

        def verb() -> None:
            version = self._schedule.publishing.publish(material.first, material.last, note)
            made.extend((version.number, version.shifts))

        refused = panel.form.show_error if panel is not None else None
        if self._desk.attempt(verb, refused=refused):
            words = ngettext(
                "Published version {number}: {count} shift",
                "Published version {number}: {count} shifts",
                made[1],
            )
            self._desk.toast(words.format(number=made[0], count=made[1]), undo=True)
            if panel is not None:
                panel.form.set_values({"note": ""})
                self._remember(panel)

    @property
    def _span(self) -> object:
        return self._material().first, self._material().last

    @property
    def _period(self) -> str:
        material = self._material()
        return _("{first} to {last}").format(
            first=format_day(material.first, "weekday", material.settings.locale),
            last=format_day(material.last, "weekday", material.settings.locale),
        )
