"""The utilization report: people, rooms and equipment, with the formula of each figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clinicmgr.activity.documents.charts import use_chart
from clinicmgr.activity.documents.spans import Span
from clinicmgr.activity.records import ASSETS_FORMULA, PEOPLE_FORMULA, ROOMS_FORMULA, Use
from clinicmgr.activity.service import Activity
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Column, Document, Imprint, Item, Page, Row, Table, Text


@dataclass(frozen=True, slots=True)
class UtilizationOptions:
    """The days from `first` to `last`; those still to come are left out."""

    first: date
    last: date
    chart: bool = True


def build_utilization(
    activity: Activity, settings: ClinicSettings, imprint: Imprint, options: UtilizationOptions
) -> Document:
    """Return the report: a chart and a table each for people, rooms and equipment."""
    span = Span.asked(options.first, options.last, activity.clock.today())
    found = activity.utilization(span.first, span.last)
    items: list[Item] = [Text(_basis(found.counted_days, found.roster_days), "small")]
    for title, name, uses, formula in (
        (_("People"), _("Name"), found.people, PEOPLE_FORMULA),
        (_("Rooms"), _("Room"), found.rooms, ROOMS_FORMULA),
        (_("Equipment"), _("Asset"), found.assets, ASSETS_FORMULA),
    ):
        if options.chart and any(each.share is not None for each in uses):
            items.append(use_chart(title, uses))
        items.append(_table(title if not options.chart else "", name, uses, _(formula)))
    return Document(
        title=_("Utilization"),
        subtitle=span.text,
        items=tuple(items),
        imprint=imprint,
        page=Page(settings.paper),
        language=settings.locale,
    )


def _basis(counted: int, rostered: int) -> str:
    days = ngettext("counts of {count} day", "counts of {count} days", counted)
    roster = ngettext("the roster of {count} day", "the roster of {count} days", rostered)
    return _("From {days} and {roster}.").format(
        days=days.format(count=counted), roster=roster.format(count=rostered)
    )


def _table(title: str, name: str, uses: Sequence[Use], formula: str) -> Table:
    columns = (
        Column(name),
        Column(_("Used"), "hours"),
        Column(_("Available"), "hours"),
        Column(_("Utilization"), "percent"),
        Column(_("Outside of it"), "hours"),
    )
    rows = [
        Row(
            (
                each.name,
                each.used_minutes,
                each.available_minutes,
                each.share,
                each.outside_minutes or None,
            )
        )
        for each in uses
    ]
    available = sum(each.available_minutes for each in uses)
    if len(rows) > 1:
        whole = Use(
            _("Total"),
            0,
            sum(each.used_minutes for each in uses),
            available,
            sum(each.outside_minutes for each in uses),
        )
        outside = whole.outside_minutes or None
        cells = (whole.name, whole.used_minutes, available, whole.share, outside)
        rows.append(Row(cells, "total"))
    return Table(columns, tuple(rows), title, _("Nothing to show."), footnote=formula)
