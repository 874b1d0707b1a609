"""The settings: those of the practice, kept in its file, and those of this PC."""

from __future__ import annotations

import dataclasses
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clinicmgr.desktop.countries import states
from clinicmgr.desktop.opened import Opened
from clinicmgr.desktop.settings_cards import BackupCard, FilesCard, ThisPcCard
from clinicmgr.desktop.settings_fields import identity_fields, place_fields, week_fields
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import labels, tokens
from clinicmgr.qtkit.card import Card
from clinicmgr.qtkit.form import Form
from clinicmgr.qtkit.page import Page

_HALVES = frozenset(
    ("country", "subdivision", "time_zone", "locale", "currency", "paper", "week_start")
)


class SettingsPage(Page):
    """What is typed for the practice is kept with one button, as one change that can be undone."""

    watches: ClassVar[frozenset[str]] = frozenset(("practice",))

    def __init__(self, at: Opened) -> None:
        super().__init__(_("Settings"))
        self._settings, self._desk = at.clinic.settings, at.desk
        code = self._settings.current().country
        self.form = Form(
            [*identity_fields(), *place_fields(code), *week_fields()], halves=_HALVES, parent=self
        )
        self.save_action = self.add_action(
            _("Save changes"), self.save, icon="save", shortcut="Ctrl+S", place="primary"
        )
        self.revert_action = self.add_action(_("Revert"), self.revert)
        self.this_pc = ThisPcCard(at.pc, self)
        self.backups = BackupCard(at.keeper, at.desk, self)
        self.files = FilesCard(at.clinic.practice.path, at.pc.paths, self)
        self._arrange()
        self.form.dirty_changed.connect(self._show_dirty)
        self.form.edited.connect(self._heard)
        self.form.submitted.connect(self.save)
        self._show_dirty(False)

    def _arrange(self) -> None:
        practice = Card(_("Practice"), _("Kept in the practice file; used on every print."), self)
        practice.body.addWidget(self.form)
        right = QVBoxLayout()
        right.setSpacing(tokens.GAP)
        for card in (self.this_pc, self.backups, self.files):
            right.addWidget(card)
        right.addWidget(labels.secondary(_about(), self))
        right.addStretch(1)
        inside = QWidget(self)
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(tokens.GAP)
        row.addWidget(practice, 11, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 9)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        self.body.addWidget(scroll, 1)

    def reload(self) -> None:
        """Show the settings as they stand; what is half typed stays."""
        values = dataclasses.asdict(self._settings.current())
        values["subdivision"] = values["subdivision"] or None
        if self.form.is_dirty:
            self.form.renew_values(values)
        else:
            self.form.set_values(values)
        self.backups.show_last()

    def save(self) -> None:
        """Keep what was typed, as one change."""
        try:
            values = self.form.values()
            values["subdivision"] = values["subdivision"] or ""
            wanted = dataclasses.replace(self._settings.current(), **values)
            self.form.set_clean()
            self._settings.change(wanted)
        except UserError as error:
            self.form.show_error(error)
            return
        self._desk.toast(_("Practice settings saved"), undo=True)

    def revert(self) -> None:
        """Show the stored settings again."""
        values = dataclasses.asdict(self._settings.current())
        self.form.set_values({**values, "subdivision": values["subdivision"] or None})

    def _heard(self, name: str) -> None:
        if name == "country":
            self.form.set_choices("subdivision", states(str(self.form.raw_values()["country"])))

    def _show_dirty(self, dirty: bool) -> None:
        self.save_action.setEnabled(dirty)
        self.revert_action.setEnabled(dirty)


def _about() -> str:
    from clinicmgr import __version__

    return _("ClinicMgr {version}. It works offline and sends nothing anywhere.").format(
        version=__version__
    )
