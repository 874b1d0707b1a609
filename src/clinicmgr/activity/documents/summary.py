"""The activity summary: what was done in a period by line, provider and payer class."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from clinicmgr.activity.documents.charts import visits_chart
from clinicmgr.activity.documents.spans import Span, growth
from clinicmgr.activity.records import NO_SHOW_FORMULA, Totals
from clinicmgr.activity.service import Activity
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import add_months
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Cell,
    Column,
    Document,
    Imprint,
    Item,
    Page,
    Row,
    Table,
    Text,
    Tile,
    Tiles,
)
from clinicmgr.paper.wording import show

Group = tuple[Any, Totals]


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """The days from `first` to `last`; those still to come are left out."""

    first: date
    last: date
    chart: bool = True


def build_summary(
    activity: Activity, settings: ClinicSettings, imprint: Imprint, options: SummaryOptions
) -> Document:
    """Return the summary as a document, each figure beside that of the same days a year before."""
    span = Span.asked(options.first, options.last, activity.clock.today())
    items: list[Item] = [_tiles(activity, span, settings.locale)]
    if options.chart:
        items.append(visits_chart(activity, span.last))
    items += [_by_line(activity, span), _by_provider(activity, span)]
    if activity.payer_classes():
        items.append(_by_class(activity, span))
    items.append(
        Text(
            _("Compared with the same days a year before, {span}.").format(
                span=span.year_before.text
            ),
            "small",
        )
    )
    return Document(
        title=_("Activity"),
        subtitle=span.text,
        items=tuple(items),
        imprint=imprint,
        page=Page(settings.paper),
        language=settings.locale,
    )


def _tiles(activity: Activity, span: Span, locale: str) -> Tiles:
    now = activity.totals(span.first, span.last)
    before = activity.totals(span.year_before.first, span.year_before.last)
    months = activity.by_month(add_months(span.last, -11), span.last)

    def tile(
        label: str,
        of: Callable[[Totals], Any],
        kind: Any = "whole",
        good: int = 0,
        footnote: str = "",
    ) -> Tile:
        # `good` is 1 where more is better, -1 where less is, 0 where nobody can say
        more = growth(of(now), of(before))
        is_good = more * good > 0 if more and good else None
        return Tile(
            label,
            "–" if of(now) is None else show(of(now), kind, locale),
            change="" if more is None else _change(more, locale),
            is_good=is_good,
            footnote=footnote,
            history=tuple(of(totals) for _month, totals in months),
        )

    return Tiles(
        (
            tile(_("Visits"), lambda each: each.visits, good=1),
            tile(_("Procedures"), lambda each: each.procedures),
            tile(_("Diagnostics"), lambda each: each.diagnostics),
            tile(
                _("No-show rate"),
                lambda each: each.no_show_rate,
                "percent",
                -1,
                _(NO_SHOW_FORMULA),
            ),
        )
    )


def _change(more: Decimal, locale: str) -> str:
    sign = "+" if more >= 0 else "−"
    share = show(abs(more).quantize(Decimal("0.001")), "percent", locale)
    return _("{sign}{share} in a year").format(sign=sign, share=share)


def _by_line(activity: Activity, span: Span) -> Table:
    columns = (
        Column(_("Service line")),
        Column(_("Counts as")),
        Column(_("Done"), "whole"),
        Column(_("Year before"), "whole"),
        Column(_("Change"), "percent"),
        Column(_("No-shows"), "whole"),
        Column(_("Rate"), "percent"),
        Column(_("Cancelled"), "whole"),
    )
    found, earlier = _both(activity.by_line, span)
    rows = [
        Row((line.name, line.kind.label, *_done(total, earlier.get(line.id)), *_missed(total)))
        for line, total in found
    ]
    whole, before = _wholes(activity, span)
    if rows:
        cells = (_("Total"), None, *_done(whole, before), *_missed(whole))
        rows.append(Row(cells, "total"))
    return Table(columns, tuple(rows), _("By service line"), _("Nothing was counted."))


def _by_provider(activity: Activity, span: Span) -> Table:
    columns = (
        Column(_("Provider")),
        Column(_("Days"), "whole"),
        Column(_("Visits"), "whole"),
        Column(_("Procedures"), "whole"),
        Column(_("Diagnostics"), "whole"),
        Column(_("Done a day"), "number"),
        Column(_("Change"), "percent"),
        Column(_("No-show rate"), "percent"),
    )
    found, earlier = _both(activity.by_provider, span)

    def row(name: str, total: Totals, before: Totals | None, kind: Any = "normal") -> Row:
        each_day = Decimal(total.done) / total.provider_days if total.provider_days else None
        return Row(
            (
                name,
                total.provider_days,
                total.visits,
                total.procedures,
                total.diagnostics,
                None if each_day is None else each_day.quantize(Decimal("0.1")),
                growth(total.done, before.done if before else None),
                total.no_show_rate,
            ),
            kind,
        )

    rows = [row(member.name, total, earlier.get(member.id)) for member, total in found]
    if rows:
        rows.append(row(_("Total"), *_wholes(activity, span), "total"))
    footnote = _("Days are those on which a provider did something, each provider for each day.")
    return Table(
        columns, tuple(rows), _("By provider"), _("Nothing was counted."), footnote=footnote
    )


def _by_class(activity: Activity, span: Span) -> Table:
    columns = (
        Column(_("Payer class")),
        Column(_("Done"), "whole"),
        Column(_("Year before"), "whole"),
        Column(_("Change"), "percent"),
        Column(_("Share"), "percent"),
        Column(_("No-show rate"), "percent"),
    )
    found, earlier = _both(activity.by_payer_class, span)
    whole, before = _wholes(activity, span)

    def row(name: str, total: Totals, then: Totals | None, kind: Any = "normal") -> Row:
        share = Decimal(total.done) / whole.done if whole.done else None
        return Row((name, *_done(total, then), share, total.no_show_rate), kind)

    rows = [
        row(
            _("Not told") if each is None else each.name,
            total,
            earlier.get(None if each is None else each.id),
        )
        for each, total in found
    ]
    if rows:
        rows.append(row(_("Total"), whole, before, "total"))
    return Table(columns, tuple(rows), _("By payer class"), _("Nothing was counted."))


def _both(
    question: Callable[[date, date], Sequence[Group]], span: Span
) -> tuple[Sequence[Group], dict[int | None, Totals]]:
    """Return the groups of a span, and those of the year before by their id."""
    earlier = question(span.year_before.first, span.year_before.last)
    return question(span.first, span.last), {
        None if each is None else each.id: total for each, total in earlier
    }


def _wholes(activity: Activity, span: Span) -> tuple[Totals, Totals]:
    before = span.year_before
    return activity.totals(span.first, span.last), activity.totals(before.first, before.last)


def _done(total: Totals, before: Totals | None) -> tuple[int, int | None, Decimal | None]:
    earlier = before.done if before is not None else None
    return total.done, earlier, growth(total.done, earlier)


def _missed(total: Totals) -> tuple[int, Decimal | Cell | None, int]:
    return total.no_shows, total.no_show_rate, total.cancelled
