"""The settings of the practice, kept in its file; those of this PC are `preferences`."""

import dataclasses
import json
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from clinicmgr.kernel.access import Right
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.news import Kind
from clinicmgr.kernel.tables import Row, table

EDIT_SETTINGS = Right("practice.settings", N_("Change the settings of the practice"))


@dataclass(frozen=True, slots=True)
class ClinicSettings:
    """What holds for the whole practice; kept in its file and undoable."""

    name: str
    address: str = ""
    phone: str = ""
    country: str = "US"
    subdivision: str = ""
    time_zone: str = "America/Chicago"
    week_start: int = 0
    visible_days: tuple[int, ...] = (0, 1, 2, 3, 4)
    paper: Literal["letter", "a4"] = "letter"
    currency: str = "USD"
    locale: str = "en_US"
    max_weekly_minutes: int = 40 * 60
    min_rest_minutes: int = 11 * 60
    demo: bool = False


class SettingRow(Row):
    """One setting of the practice, its value as JSON."""

    __tablename__ = "practice_setting"
    __table_args__ = table(UniqueConstraint("key"))

    key: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)


class Settings:
    """Reads and changes the settings of the practice."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def current(self) -> ClinicSettings:
        """Return the settings as they stand; a setting never made has its default."""
        with self._journal.read() as db:
            found = dict(db.execute(select(SettingRow.key, SettingRow.value)).all())
        known = {field.name for field in dataclasses.fields(ClinicSettings)}
        values = {key: json.loads(value) for key, value in found.items() if key in known}
        if "visible_days" in values:
            values["visible_days"] = tuple(values["visible_days"])
        return ClinicSettings(**{"name": "", **values})

    def start(self, settings: ClinicSettings) -> None:
        """Make these the first settings of a new practice; undo does not reach behind them."""
        title = _("Start {name}").format(name=settings.name)
        with self._journal.change(title, EDIT_SETTINGS, kind=Kind.START):
            self.change(settings)

    def change(self, settings: ClinicSettings) -> None:
        """Keep `settings`; only what differs is written. Raises UserError for a missing name."""
        if not settings.name.strip():
            raise UserError(_("The practice needs a name."), field="name")
        if not settings.visible_days:
            raise UserError(_("Choose at least one day to show."), field="visible_days")
        wanted = {key: json.dumps(value) for key, value in dataclasses.asdict(settings).items()}
        with self._journal.change(_("Change practice settings"), EDIT_SETTINGS) as db:
            rows = {row.key: row for row in db.scalars(select(SettingRow))}
            for key, value in wanted.items():
                if key not in rows:
                    db.add(SettingRow(key=key, value=value))
                elif rows[key].value != value:
                    rows[key].value = value
