"""Starting a practice: a few questions, then a place for its file."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any

from clinicmgr.desktop.countries import country, states
from clinicmgr.desktop.settings_fields import identity_fields, place_fields, week_fields
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.practice import SUFFIX
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.dialog import Dialog
from clinicmgr.qtkit.form import Form

if TYPE_CHECKING:
    from pathlib import Path

    from clinicmgr.desktop.session import Session

_ASKED = ("name", "country", "subdivision", "time_zone", "paper", "week_start")


class NewPracticeDialog(Dialog):
    """Asks what cannot be guessed; the rest is taken from the country, and can be changed."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            _("Start my practice"), _("Create practice…"), self._ask_place, parent=session.window
        )
        self._session = session
        self._wanted: ClinicSettings | None = None
        self.body.addWidget(
            labels.secondary(_("All of this can be changed later in the settings."), self)
        )
        known = {field.name: field for field in self._fields("US")}
        halves = frozenset(("country", "subdivision", "paper", "week_start"))
        self.form = Form([known[name] for name in _ASKED], halves=halves, parent=self)
        self.body.addWidget(self.form)
        self.form.set_values({"country": "US", **self._usual("US")})
        self.form.edited.connect(self._heard)
        self.form.focus_field("name")
        self.setMinimumWidth(520)

    def _fields(self, code: str) -> tuple[Any, ...]:
        return (*identity_fields(), *place_fields(code), *week_fields())

    def _usual(self, code: str) -> dict[str, object]:
        found = country(code)
        return {"time_zone": found.time_zone, "paper": found.paper, "week_start": found.week_start}

    def _heard(self, name: str) -> None:
        """Another country brings its own states, paper, week and time zone."""
        if name != "country":
            return
        values = self.form.raw_values()
        code = str(values["country"] or "US")
        self.form.set_choices("subdivision", states(code))
        self.form.set_values({**values, "subdivision": None, **self._usual(code)})

    def _ask_place(self) -> None:
        values = self.form.values()
        usual = country(str(values["country"]))
        self._wanted = dataclasses.replace(
            ClinicSettings(name=""),
            **{**values, "subdivision": values["subdivision"] or ""},
            locale=usual.locale,
            currency=usual.currency,
        )
        name = re.sub(r"[^\w .-]", "", str(values["name"])).strip() or _("My practice")
        self._session.desk.ask_save(
            _("Where should the practice be kept?"),
            f"{name}{SUFFIX}",
            _("Practices (*{suffix})").format(suffix=SUFFIX),
            self._create,
        )

    def accept(self) -> None:
        """Ask where to keep the file; the dialog closes once the practice is there."""
        self.banner.clear()
        try:
            self._ask_place()
        except UserError as error:
            self.form.show_error(error)

    def _create(self, path: Path) -> None:
        if self._wanted is None:
            return
        try:
            self._session.create(path, self._wanted)
        except UserError as error:
            self.show_error(error)
        else:
            self.done(Dialog.DialogCode.Accepted)
