"""What can be printed about equipment."""

from typing import Any

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
from clinicmgr.kernel.fields import Choices, Field, parse
from clinicmgr.kernel.i18n import N_
from clinicmgr.reports.catalog.asks import DAY, YEAR, flag, one_or_all, period
from clinicmgr.reports.catalog.periods import Period
from clinicmgr.reports.catalog.printable import Printable
from clinicmgr.reports.catalog.sources import Sources

GROUP = N_("Equipment")


def _assets(sources: Sources) -> Choices:
    return [(each.id, each.title) for each in sources.equipment.assets()]


def _asset_named(sources: Sources, text: str) -> object:
    """Return the asset of that tag, or else of that title."""
    tags = {each.tag.casefold(): each.id for each in sources.equipment.assets()}
    found = tags.get(text.strip().casefold())
    if found is not None:
        return found
    return parse(Field("asset", N_("Asset"), "choice", choices=lambda: _assets(sources)), text)


def _points(sources: Sources) -> Choices:
    titles = {each.id: each.title for each in sources.equipment.assets()}
    points = sources.equipment.points()
    return [(each.id, f"{titles[each.asset_id]}, {each.name}") for each in points if each.times]


EQUIPMENT: tuple[Printable[Any], ...] = (
    Printable(
        "assets",
        N_("Asset register"),
        GROUP,
        N_("All equipment: where it stands, what it cost, and how it is."),
        RegisterOptions,
        lambda at, settings, imprint, options: build_register(
            at.equipment, settings, imprint, options
        ),
        (
            DAY,
            flag("by_room", N_("In groups by room"), "groups", default=True),
            flag("retired", N_("Also what is retired")),
        ),
    ),
    Printable(
        "asset-log",
        N_("Maintenance log of each asset"),
        GROUP,
        N_("What was done, when and by whom: what an inspector asks for."),
        AssetLogOptions,
        lambda at, settings, imprint, options: build_asset_log(
            at.equipment, settings, imprint, options
        ),
        (
            period(Period.YEAR_TO_DATE),
            one_or_all(
                Field(
                    "asset",
                    N_("Asset"),
                    "choice",
                    help=N_("Empty is every asset with something to tell."),
                ),
                "asset_ids",
                _assets,
                _asset_named,
            ),
            flag("signature", N_("With a line to sign"), default=True),
        ),
    ),
    Printable(
        "readings",
        N_("Readings sheet of the month"),
        GROUP,
        N_("Temperatures and other readings against their limits, to write on and to sign."),
        ReadingSheetOptions,
        lambda at, settings, imprint, options: build_reading_sheet(
            at.equipment, settings, imprint, options
        ),
        (
            period(Period.THIS_MONTH),
            one_or_all(
                Field("reading", N_("Reading"), "choice", help=N_("Empty is all of them.")),
                "point_ids",
                _points,
            ),
            flag("chart", N_("With a chart"), default=True),
        ),
    ),
    Printable(
        "maintenance-calendar",
        N_("Maintenance calendar of the year"),
        GROUP,
        N_("What is due in which month, and what was done on time."),
        PlanCalendarOptions,
        lambda at, settings, imprint, options: build_plan_calendar(
            at.equipment, settings, imprint, options
        ),
        (YEAR,),
    ),
)
