"""The catalog of printables: a plain list that the window and the command line share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from clinicmgr.equipment.documents import (
    AssetLogOptions,
    PlanCalendarOptions,
    ReadingSheetOptions,
    RegisterOptions,
    build_asset_log,
    build_plan_calendar,
    build_reading_sheet,
    build_register,
)
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.settings import Settings
from clinicmgr.paper import Document, Imprint, Paper
from clinicmgr.rates.documents import (
    ComparisonOptions,
    FeeListOptions,
    build_comparison,
    build_fee_list,
)
from clinicmgr.rates.service import Rates
from clinicmgr.schedule.documents import (
    GapListOptions,
    WeekRosterOptions,
    build_gap_list,
    build_week_roster,
)
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.documents import (
    DirectoryOptions,
    ExpiryOptions,
    build_directory,
    build_expiries,
)
from clinicmgr.staff.service import Staff


class Sources(Protocol):
    """The services that documents are made from; `Clinic` has them all."""

    @property
    def staff(self) -> Staff:
        """The people."""
        ...

    @property
    def equipment(self) -> Equipment:
        """The assets, their plans, work and readings."""
        ...

    @property
    def schedule(self) -> Schedule:
        """The roster."""
        ...

    @property
    def rates(self) -> Rates:
        """The prices."""
        ...

    @property
    def settings(self) -> Settings:
        """The practice's settings."""
        ...

    @property
    def clock(self) -> Clock:
        """What time it is."""
        ...


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of any printable: the period, and the paper if not the practice's own."""

    first: date
    last: date
    paper: Paper | None = None


@dataclass(frozen=True, slots=True)
class Printable:
    """Something that can be printed, under the name the command line knows."""

    name: str
    title: str
    build: Callable[[Sources, Imprint, Request], Document]

    def document(self, sources: Sources, request: Request, version: str) -> Document:
        """Make the document from what the practice holds now."""
        imprint = Imprint(sources.settings.current().name, sources.clock.now(), version)
        return self.build(sources, imprint, request)


def _week_roster(sources: Sources, imprint: Imprint, request: Request) -> Document:
    options = WeekRosterOptions(request.first, request.last, request.paper)
    settings = sources.settings.current()
    return build_week_roster(sources.schedule, sources.staff, settings, imprint, options)


def _gaps(sources: Sources, imprint: Imprint, request: Request) -> Document:
    options = GapListOptions(request.first, request.last)
    return build_gap_list(sources.schedule, sources.settings.current(), imprint, options)


def _directory(sources: Sources, imprint: Imprint, request: Request) -> Document:
    options = DirectoryOptions(request.first)
    return build_directory(sources.staff, sources.settings.current(), imprint, options)


def _expiries(sources: Sources, imprint: Imprint, request: Request) -> Document:
    options = ExpiryOptions(request.first)
    return build_expiries(sources.staff, sources.settings.current(), imprint, options)


def _register(sources: Sources, imprint: Imprint, _request: Request) -> Document:
    options = RegisterOptions(sources.clock.today())
    return build_register(sources.equipment, sources.settings.current(), imprint, options)


def _asset_log(sources: Sources, imprint: Imprint, request: Request) -> Document:
    options = AssetLogOptions(request.first, request.last)
    return build_asset_log(sources.equipment, sources.settings.current(), imprint, options)


def _reading_sheet(sources: Sources, imprint: Imprint, request: Request) -> Document:
    options = ReadingSheetOptions(request.first, request.last)
    return build_reading_sheet(sources.equipment, sources.settings.current(), imprint, options)


def _plan_calendar(sources: Sources, imprint: Imprint, request: Request) -> Document:
    options = PlanCalendarOptions(request.first.year)
    return build_plan_calendar(sources.equipment, sources.settings.current(), imprint, options)


def _fee_list(sources: Sources, imprint: Imprint, request: Request) -> Document:
    options = FeeListOptions(request.first, paper=request.paper)
    return build_fee_list(sources.rates, sources.settings.current(), imprint, options)


def _comparison(sources: Sources, imprint: Imprint, request: Request) -> Document:
    options = ComparisonOptions(request.first, paper=request.paper)
    return build_comparison(sources.rates, sources.settings.current(), imprint, options)


PRINTABLES = (
    Printable("week-roster", N_("Week roster for the wall"), _week_roster),
    Printable("gaps", N_("Coverage gaps and why"), _gaps),
    Printable("directory", N_("Staff directory"), _directory),
    Printable("credentials", N_("Credentials that expire"), _expiries),
    Printable("fee-list", N_("Fee list"), _fee_list),
    Printable("fee-comparison", N_("Fee schedules compared"), _comparison),
    Printable("assets", N_("Asset register"), _register),
    Printable("asset-log", N_("Maintenance log of each asset"), _asset_log),
    Printable("readings", N_("Readings sheet of the month"), _reading_sheet),
    Printable("maintenance-calendar", N_("Maintenance calendar of the year"), _plan_calendar),
)


def printable(name: str) -> Printable:
    """Return the printable of this name, or raise a UserError that lists them."""
    for each in PRINTABLES:
        if each.name == name:
            return each
    names = ", ".join(each.name for each in PRINTABLES)
    raise UserError(
        _("There is no report “{name}”. There are: {names}.").format(name=name, names=names)
    )
