"""Fee schedules side by side: our fee, what each payer pays, Medicare here, money left."""

from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Cell,
    Column,
    Document,
    Heading,
    Imprint,
    Item,
    Page,
    Paper,
    Row,
    Table,
    Text,
)
from clinicmgr.rates.records import Workbench, WorkbenchLine
from clinicmgr.rates.service import Rates

AT_MOST = 5  # payers side by side on a sheet in landscape


@dataclass(frozen=True, slots=True)
class ComparisonOptions:
    """Which day, and which schedules beside our own; none named is all of them."""

    on: date
    schedule_ids: tuple[int, ...] = ()
    paper: Paper | None = None


def build_comparison(
    rates: Rates, settings: ClinicSettings, imprint: Imprint, options: ComparisonOptions
) -> Document:
    """Return the comparison as a document, the most money left on the table first."""
    bench = rates.workbench(options.on)
    wanted = set(options.schedule_ids)
    shown = [at for at, each in enumerate(bench.schedules) if not wanted or each.id in wanted]
    parts = [shown[at : at + AT_MOST] for at in range(0, len(shown), AT_MOST)] or [[]]
    items: list[Item] = [Text(_summary(bench, settings), "lead"), Text(_place(bench), "small")]
    for number, part in enumerate(parts):
        if len(parts) > 1:
            words = _("Payers {first} to {last} of {count}")
            first = number * AT_MOST + 1
            items.append(
                Heading(words.format(first=first, last=first + len(part) - 1, count=len(shown)), 2)
            )
        items.append(_table(bench, part))
    note = _(
        "A payer pays what was agreed or our fee, whatever is less: a fee below the highest "
        "agreed price leaves the difference on the table."
    )
    return Document(
        title=_("Fee schedules compared"),
        subtitle=format_day(options.on, "long", settings.locale),
        items=(*items, Text(note, "small")),
        imprint=imprint,
        page=Page(options.paper or settings.paper, landscape=True),
        language=settings.locale,
    )


def _summary(bench: Workbench, settings: ClinicSettings) -> str:
    low = [each for each in bench.lines if each.left]
    if not low:
        return _("No fee is below what a payer pays.")
    return ngettext(
        "{count} fee is below what a payer pays; it leaves {money} on the table each time.",
        "{count} fees are below what a payer pays; together they leave {money} on the table "
        "each time.",
        len(low),
    ).format(
        count=len(low),
        money=format_money(sum(each.left for each in low), settings.currency, settings.locale),
    )


def _place(bench: Workbench) -> str:
    if bench.release is None:
        return _("No Medicare relative values are on record for this day.")
    place = bench.locality
    return _("Medicare {release}, {place}, {setting}, conversion factor {factor}.").format(
        release=bench.release.name,
        place=f"{place.key} {place.name}" if place else _("national amounts"),
        setting=_("facility") if bench.home.facility else _("non-facility"),
        factor=bench.release.conversion_factor,
    )


def _table(bench: Workbench, part: list[int]) -> Table:
    payer = 0.085
    words = 1 - 0.09 - 0.08 - payer * len(part) - 0.08 - 0.085 - 0.08
    columns = (
        Column(_("Code"), width=0.09),
        Column(_("Service"), width=words),
        Column(_("Our fee"), "money", width=0.08),
        *(Column(bench.schedules[at].name, "money", width=payer) for at in part),
        Column(_("Medicare"), "money", width=0.08),
        Column(_("% of Medicare"), "percent", width=0.085),
        Column(_("Left on the table"), "money", width=0.08),
    )
    ordered = sorted(bench.lines, key=lambda line: (-line.left, line.code, line.modifier))
    rows = tuple(_row(line, part) for line in ordered)
    return Table(columns, rows, empty=_("There are no services on that day."))


def _row(line: WorkbenchLine, part: list[int]) -> Row:
    prices = [
        Cell(price, strong=price is not None and line.left > 0 and price == line.highest)
        for price in (line.prices[at] for at in part)
    ]
    left = Cell(line.left, strong=True) if line.left else None
    return Row((line.name, line.description, line.own, *prices, line.medicare, line.share, left))
