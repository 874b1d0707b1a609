"""What is published, on paper and in files: changes to sign, calendars, tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from clinicmgr import __version__
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.qtkit.desk import Desk
from clinicmgr.schedule.gui.publishing_panel import Press, PublishOffers
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.service import Schedule


class PublishedFiles:
    """Asks where to, writes what was published of the period that is shown, and says so."""

    def __init__(
        self, schedule: Schedule, desk: Desk, material: Callable[[], RosterMaterial]
    ) -> None:
        self._schedule = schedule
        self._desk = desk
        self._material = material

    def offers(self, print_roster: Press) -> PublishOffers:
        """What the buttons of the panel do."""
        return PublishOffers(print_roster, self.print_changes, self.ask_calendars, self.ask_table)

    def print_changes(self) -> None:
        """Open the paper of what has changed."""
        from clinicmgr.paper import Imprint
        from clinicmgr.schedule.documents import RosterChangesOptions, build_roster_changes

        material = self._material()
        settings = material.settings
        imprint = Imprint(settings.name, self._desk.clock.now(), __version__)
        options = RosterChangesOptions(material.first, material.last)
        self._desk.show_paper(build_roster_changes(self._schedule, settings, imprint, options))

    def ask_calendars(self) -> None:
        """Ask for the name of a folder, and write a calendar for each person into it."""
        name = _("Calendars {day}").format(day=self._material().first.isoformat())
        self._desk.ask_save(_("Folder for the calendars"), name, "", self.save_calendars)

    def save_calendars(self, folder: Path) -> None:
        """Write what is published for each person, and for all, into a folder."""
        from clinicmgr.schedule.exchange import export_calendars

        material, made = self._material(), list[Path]()
        if not self._published():
            return

        span = (material.first, material.last)
        if self._desk.attempt(lambda: made.extend(export_calendars(self._schedule, folder, *span))):
            words = ngettext("Saved {count} calendar to {folder}",
                             "Saved {count} calendars to {folder}", len(made))  # fmt: skip
            self._desk.toast(words.format(count=len(made), folder=folder.name))

    def ask_table(self) -> None:
        """Ask where to write the published shifts as a table."""
        name = _("Roster {day}.xlsx").format(day=self._material().first.isoformat())
        pattern = _("Excel (*.xlsx);;CSV (*.csv)")
        self._desk.ask_save(_("Save the published roster"), name, pattern, self.save_table)

    def save_table(self, path: Path) -> None:
        """Write the published shifts to .xlsx or .csv."""
        from clinicmgr.schedule.exchange import export_published

        material, made = self._material(), list[int]()
        if not self._published():
            return
        locale = material.settings.locale
        span = (material.first, material.last)
        if self._desk.attempt(
            lambda: made.append(export_published(self._schedule, path, *span, locale))
        ):
            words = ngettext("Saved {count} shift to {file}", "Saved {count} shifts to {file}",
                             made[0])  # fmt: skip
            self._desk.toast(words.format(count=made[0], file=path.name))

    def _published(self) -> bool:
        """Whether there is anything to hand out; if not, it is said."""
        standing = self._material().standing
        if standing is None or standing.latest is None:
            self._desk.warn(_("Nothing of these days is published yet. Publish them first."))
            return False
        return True
