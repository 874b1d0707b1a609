"""The cards of the settings that are about this PC: looks, backups, files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from clinicmgr.desktop.safekeeping import Safekeeper
from clinicmgr.desktop.this_pc import ThisPc
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.paths import Paths, resource
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.card import Card
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.segmented import Segmented


def languages(folder: Path) -> list[tuple[str, str]]:
    """Return (code, name) of the languages there are catalogs for, English first."""
    found = sorted(path.parts[-3] for path in folder.glob("*/LC_MESSAGES/clinicmgr.mo"))
    return [("", "English"), *((code, code) for code in found)]


class ThisPcCard(Card):
    """Colors, density, language, motion: each is kept and shown as soon as it is chosen."""

    def __init__(self, pc: ThisPc, parent: QWidget) -> None:
        super().__init__(_("This PC"), _("Only for you, on this computer."), parent)
        self._pc = pc
        self.theme = Segmented(
            (("light", _("Light")), ("dark", _("Dark")), ("system", _("As the system"))),
            _("Colors"),
            self,
        )
        self.density = Segmented(
            (("comfortable", _("Comfortable")), ("compact", _("Compact"))), _("Rows"), self
        )
        self.motion = QCheckBox(_("Reduce motion: menus and tips appear at once"), self)
        self._row(_("Colors"), self.theme)
        self._row(_("Rows"), self.density)
        self._languages(languages(resource("locale")))
        self.body.addWidget(self.motion)
        self.theme.chosen.connect(lambda key: pc.keep(theme=key))
        self.density.chosen.connect(lambda key: pc.keep(density=key))
        self.motion.clicked.connect(lambda on: pc.keep(reduced_motion=on))
        pc.changed.connect(self.show_kept)
        self.show_kept()

    def show_kept(self) -> None:
        """Show the preferences as they are kept."""
        kept = self._pc.preferences
        self.theme.choose(kept.theme)
        self.density.choose(kept.density)
        self.motion.setChecked(kept.reduced_motion)

    def _row(self, name: str, choice: QWidget) -> None:
        row = QHBoxLayout()
        caption = labels.label(name, parent=self)
        caption.setFixedWidth(90)
        row.addWidget(caption)
        row.addWidget(choice)
        row.addStretch()
        self.body.addLayout(row)

    def _languages(self, offered: Sequence[tuple[str, str]]) -> None:
        """Offer a language only where there is a second one."""
        if len(offered) < 2:
            return
        box = QComboBox(self)
        box.setAccessibleName(_("Language"))
        for code, name in offered:
            box.addItem(name, code)
        box.setCurrentIndex(max(box.findData(self._pc.preferences.language), 0))
        box.setToolTip(_("Used from the next start on"))
        box.activated.connect(lambda: self._pc.keep(language=box.currentData()))
        self._row(_("Language"), box)


class BackupCard(Card):
    """When the last backup was made, how many there are, where they lie, and one more now."""

    def __init__(self, keeper: Safekeeper, desk: Desk, parent: QWidget) -> None:
        sentence = _("Made by itself every half hour with changes, and when you close.")
        super().__init__(_("Backups"), sentence, parent)
        self._keeper, self._desk = keeper, desk
        self.last = labels.label(parent=self)
        self.body.addWidget(self.last)
        row = QHBoxLayout()
        self.now_button = buttons.quiet(_("Back up now"), self.back_up, icon="backup", parent=self)
        folder = buttons.quiet(_("Show folder"), self._open, icon="folder", parent=self)
        row.addWidget(self.now_button)
        row.addWidget(folder)
        row.addStretch()
        self.body.addLayout(row)
        keeper.made.connect(self.show_last)
        self.show_last()

    def show_last(self) -> None:
        """Say when the last backup was made, and how many are kept."""
        found = self._keeper.all()
        if not found:
            self.last.setText(_("No backup yet."))
            return
        kept = ngettext("{count} is kept", "{count} are kept", len(found)).format(count=len(found))
        at = f"{found[0].at:%Y-%m-%d %H:%M}"
        self.last.setText(_("Last one: {at}, checked. {kept}.").format(at=at, kept=kept))

    def back_up(self) -> None:
        """Make a backup now."""
        if self._desk.attempt(self._keeper.back_up):
            self._desk.toast(_("Backed up and checked"))

    def _open(self) -> None:
        folder = self._keeper.folder
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class FilesCard(Card):
    """Where the practice and everything else of the program lie on this PC."""

    def __init__(self, practice: Path, paths: Paths, parent: QWidget) -> None:
        super().__init__(_("Files"), parent=parent)
        for name, path in (
            (_("Practice"), practice),
            (_("Program data"), paths.data),
            (_("Log"), paths.logs),
        ):
            row = QHBoxLayout()
            caption = labels.label(name, tone="secondary", parent=self)
            caption.setFixedWidth(110)
            shown = labels.ElidedLabel(str(path), self)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setAccessibleName(f"{name}: {path}")
            row.addWidget(caption)
            row.addWidget(shown, 1)
            self.body.addLayout(row)
