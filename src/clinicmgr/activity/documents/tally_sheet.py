"""The tally sheet: one page a day to fill in by hand, providers by service lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clinicmgr.activity import rules
from clinicmgr.activity.records import PayerClass, ServiceLine
from clinicmgr.activity.service import Activity
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import days, format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Column,
    Document,
    Heading,
    Imprint,
    Item,
    Margins,
    Notes,
    Page,
    PageBreak,
    Row,
    Table,
    Text,
)
from clinicmgr.staff.records import StaffMember

MOST_DAYS = 31
_WIDE = 0.58  # of the page, for all payer classes together
_TENS = 4  # boxes in a row, shared among the payer classes
_BOX = "☐"


@dataclass(frozen=True, slots=True)
class TallySheetOptions:
    """A sheet for each open day from `first` to `last`, at most a month of them."""

    first: date
    last: date


def build_tally_sheet(
    activity: Activity, settings: ClinicSettings, imprint: Imprint, options: TallySheetOptions
) -> Document:
    """Return one sheet for each day, with those who are rostered, or all who provide something."""
    lines = [line for line in activity.lines() if line.active]
    classes = [each for each in activity.payer_classes() if each.active]
    asked = list(days(options.first, options.last))[:MOST_DAYS]
    at_work = activity.providers_by_day(asked[0], asked[-1]) if asked else {}
    items: list[Item] = []
    for day in asked:
        providers = at_work.get(day, ())
        if providers and lines:
            head = format_day(day, "long", settings.locale)
            items += [PageBreak()] if items else []
            items += [Heading(head, 2), Text(_how(), "small")]
            items += [_table(providers, lines, classes), Notes((), _("Remarks"), blank=2)]
    nothing = Text(_("No provider is at work on these days, or there is no service line yet."))
    return Document(
        title=_("Tally sheet"),
        items=tuple(items) or (nothing,),
        imprint=imprint,
        page=Page(settings.paper, landscape=True, margins=Margins(top=10, bottom=9)),
        language=settings.locale,
    )


def _how() -> str:
    return _(
        "Tick a box for each that was done, under who pays. Who did not come is a tick under "
        "no-shows only; who called it off before is one under cancelled only."
    )


def _table(
    providers: Sequence[StaffMember], lines: Sequence[ServiceLine], classes: Sequence[PayerClass]
) -> Table:
    heads = [each.name for each in classes] or [_("Done")]
    each_class = _WIDE / len(heads)
    columns = (
        Column(_("Service line"), width=0.19),
        *(Column(head, width=each_class) for head in heads),
        Column(_("No-shows"), width=0.085),
        Column(_("Cancelled"), width=0.085),
        Column(_("Total"), width=0.06),
    )
    tens = max(1, _TENS // len(heads))
    rows: list[Row] = []
    for provider in providers:
        rows.append(Row((provider.name,), "group"))
        rows += [
            Row((f"{line.name} ({line.code})", *[_boxes(2 * tens)] * len(heads),
                 *[_boxes(1)] * 2, ""))
            for line in lines
            if rules.does(provider, line)
        ]  # fmt: skip
    return Table(columns, tuple(rows))


def _boxes(fives: int) -> str:
    """Return boxes to tick, in groups of five."""
    return " ".join([_BOX * 5] * fives)
