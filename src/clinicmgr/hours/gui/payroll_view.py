"""The payroll service: what it calls the practice and leave, and the files it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

from PySide6.QtWidgets import QHBoxLayout, QWidget

from clinicmgr.hours.records import CODES_FIELDS, PayrollCodes
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons, labels, tokens
from clinicmgr.qtkit.card import Card
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.form import Form


class PayrollView(QWidget):
    """A form for the codes at the left, the files at the right."""

    def __init__(
        self,
        hours: Hours,
        desk: Desk,
        settings: ClinicSettings,
        write: Callable[[str], object],
    ) -> None:
        """`write` begins writing a file, "adp" or "gusto", of the period that is shown."""
        super().__init__()
        self._hours, self._desk = hours, desk
        self.form = Form(CODES_FIELDS, locale=settings.locale, parent=self)
        self.save_button = buttons.primary(_("Save"), self.save, parent=self)
        self.adp_button = buttons.quiet(
            _("Write the file for ADP…"), lambda: write("adp"), icon="export", parent=self
        )
        self.gusto_button = buttons.quiet(
            _("Write the file for Gusto…"), lambda: write("gusto"), icon="export", parent=self
        )
        self._lay_out()
        self.form.submitted.connect(self.save)
        self.form.dirty_changed.connect(self.save_button.setEnabled)
        self.setFocusProxy(self.form.editor("company"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        row.addWidget(self._codes_card())
        row.addWidget(self._files_card(), 1)

    def _codes_card(self) -> Card:
        codes = Card(
            _("Codes"), _("What your payroll service calls the practice and kinds of leave."), self
        )
        codes.setFixedWidth(400)
        codes.body.addWidget(self.form)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.save_button)
        codes.body.addLayout(foot)
        codes.body.addStretch()
        return codes

    def _files_card(self) -> Card:
        files = Card(_("Files of this pay period"), parent=self)
        adp = _(
            "ADP takes the file only under its own name, and knows people by the file number, "
            "which is the staff number of up to six figures here. Leave and differentials go in "
            "with their codes; without a code they stay out."
        )
        gusto = _(
            "Gusto knows people by name. Hours always replace what stands there; bonus, "
            "reimbursement and note are left as they are. Positions are given as titles to people "
            "who have several; they must be called the same in Gusto."
        )
        for button, words in ((self.adp_button, adp), (self.gusto_button, gusto)):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch()
            files.body.addLayout(row)
            text = labels.paragraph(words, files)
            text.setProperty("tone", "secondary")
            files.body.addWidget(text)
            files.body.addSpacing(8)
        files.body.addStretch()
        return files

    def reload(self) -> None:
        """Read the codes again; what is half typed stays."""
        values = asdict(self._hours.paying.codes())
        if self.form.is_dirty:
            self.form.renew_values(values)
        else:
            self.form.set_values(values)
        self.save_button.setEnabled(self.form.is_dirty)

    def save(self) -> None:
        """Keep the codes."""

        def keep() -> None:
            self._hours.paying.set_codes(PayrollCodes(**self.form.values()))

        if self._desk.attempt(keep, refused=self.form.show_error):
            self.form.set_clean()
            self._desk.toast(_("Saved the payroll codes"), undo=True)
