"""One issue of the report: its figures, the manager's words, and how a section opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from clinicmgr.kernel.i18n import _
from clinicmgr.paper import Beside, Cell, Chart, Heading, Item, Series, Text
from clinicmgr.paper.document import ChartKind
from clinicmgr.paper.table import Kind
from clinicmgr.reports.records import Section, Words
from clinicmgr.reports.rules import Voice, is_month
from clinicmgr.reports.service.pack import Pack

NOT_KNOWN = Cell(None, "–")
TREND_HEIGHT = 42
"""Height in millimetres of a chart of twelve months."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What every section is made from."""

    pack: Pack
    voice: Voice
    words: tuple[Words, ...] = ()
    printed: str = ""
    keep_empty: bool = True

    @property
    def is_month(self) -> bool:
        """Whether it is about one whole month."""
        return is_month(self.pack.periods.span)

    @property
    def is_over(self) -> bool:
        """Whether every day of the period had passed when its figures were read."""
        return self.pack.periods.span.last < self.pack.today

    def opening(self, section: Section, headline: str, *first: Item) -> Item:
        """Return the heading, the manager's words, what the figures say, and what comes first.

        They stay on one page, so that no heading is left alone at the foot of another.
        """
        head = (Heading(section.label), *self.written(section), Text(headline, "lead"))
        return Beside(((*head, *first),))

    def nothing(self, section: Section, sentence: str) -> list[Item]:
        """Return a section of one line where there are no records, or none at all."""
        written = self.written(section)
        if not self.keep_empty and not written:
            return []
        return [Heading(section.label), *written, Text(sentence)]

    def written(self, section: Section) -> list[Item]:
        """Return the manager's own words, each month's by itself where there are several."""
        several = len({each.month for each in self.words}) > 1
        items: list[Item] = []
        for each in self.words:
            if each.section is section:
                head = self.voice.month(each.month) if several else ""
                items.append(Text("\n".join(filter(None, (head, each.text))), "notice"))
        return items

    def heads(self) -> tuple[str, str, str]:
        """Return what the columns of the period, a year earlier and the year are called."""
        periods = self.pack.periods
        return (
            self.voice.span(periods.span),
            self.voice.span(periods.year_ago),
            _("{year} to date").format(year=periods.to_date.first.year),
        )

    def hours(self, minutes: int) -> Cell:
        """Return minutes as a cell: hours as a number, in print as people say them."""
        return Cell((Decimal(minutes) / 60).quantize(Decimal("0.01")), self.voice.clock(minutes))

    def money(self, cents: int | None) -> Cell:
        """Return cents as a cell: an amount as a number, in print in whole units."""
        if cents is None:
            return NOT_KNOWN
        return Cell(Decimal(cents) / 100, self.voice.money(cents))

    def share(self, share: Decimal | None) -> Cell:
        """Return a share as a cell, with one digit in print."""
        return NOT_KNOWN if share is None else Cell(share, self.voice.percent(share))

    def months(self) -> tuple[str, ...]:
        """Return what the twelve months are called; the first and January with the year."""
        days = [month.first for month in self.pack.periods.months]
        return tuple(
            self.voice.short_month(day) if day in {days[0], day.replace(month=1)} else name
            for day, name in zip(days, map(self.voice.month_name, days), strict=True)
        )

    def trend(
        self,
        title: str,
        measure: Kind,
        *series: Series,
        kind: ChartKind = "bar",
        footnote: str = "",
        height: float = TREND_HEIGHT,
    ) -> Chart:
        """Return a chart of the twelve months."""
        return Chart(
            kind,
            self.months(),
            series,
            title=title,
            measure=measure,
            height=height,
            footnote=footnote,
        )


def in_hours(minutes: Sequence[int | None]) -> tuple[Decimal | None, ...]:
    """Return minutes as hours with one digit, as the scale of a chart is read."""
    return tuple(
        None if each is None else (Decimal(each) / 60).quantize(Decimal("0.1")) for each in minutes
    )


def whole(*items: Item) -> Item:
    """Return items that stay on one page when they fit."""
    return Beside((items,))
