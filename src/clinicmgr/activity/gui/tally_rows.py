"""The rows of the tally: providers by service lines, a cell a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clinicmgr.activity import rules
from clinicmgr.activity.records import Count, ServiceLine
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit.column import Column
from clinicmgr.staff.records import StaffMember

ALL = "all"
TOTAL = (0, 0)
DAY = "day-"
_Sum = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class TallyRow:
    """A provider's line in the days shown, or the totals; `counts` are those that are shown."""

    id: tuple[int, int]
    provider: str
    line: str
    counts: Mapping[date, tuple[Count, ...]]
    begins: bool = False
    """Whether the provider's name is to be seen, which stands once."""

    @property
    def is_total(self) -> bool:
        """Whether these are the sums of all rows."""
        return self.id == TOTAL

    def cell(self, day: date) -> str:
        """The text of a day: "12/1/2"."""
        return rules.format_count(*rules.summed(self.counts.get(day, ())))

    @property
    def total(self) -> str:
        """The text of all days."""
        every = (count for counts in self.counts.values() for count in counts)
        return rules.format_count(*rules.summed(every))


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted from `first` to `last`: all of it, and what is to be shown of it.

    `class_id` is a payer class, None for counts without one, or `ALL`.
    """

    days: Sequence[date]
    counts: Sequence[Count]
    class_id: object = ALL

    @property
    def shown(self) -> list[Count]:
        """The counts of the payer class that is shown."""
        if self.class_id == ALL:
            return list(self.counts)
        return [each for each in self.counts if each.payer_class_id == self.class_id]

    def entry(self, day: date, row: TallyRow, done: int, no_shows: int, cancelled: int) -> Count:
        """Return what was typed as a count.

        Where all classes are shown together it is one without a class. ValueError where there are
        counts with one: nobody knows whose part was meant.
        """
        class_id = None if self.class_id == ALL else self.class_id
        if self.class_id == ALL and any(
            each.payer_class_id is not None for each in row.counts.get(day, ())
        ):
            message = "this cell is the sum of several payer classes"
            raise ValueError(message)
        assert class_id is None or isinstance(class_id, int)  # noqa: S101 - what the chooser offers
        return Count(day, *row.id, class_id, done, cancelled, no_shows)


def tally_rows(
    tally: Tally,
    providers: Iterable[StaffMember],
    lines: Sequence[ServiceLine],
    names: Mapping[int, str],
) -> list[TallyRow]:
    """Return a row for each line that a provider does or that was counted, and the totals last."""
    by_pair: dict[tuple[int, int], dict[date, list[Count]]] = {}
    for each in tally.shown:
        pair = by_pair.setdefault((each.member_id, each.line_id), {})
        pair.setdefault(each.day, []).append(each)
    counted = {(each.member_id, each.line_id) for each in tally.counts}
    rows: list[TallyRow] = []
    for provider in providers:
        own = [
            line
            for line in lines
            if (line.active and rules.does(provider, line)) or (provider.id, line.id) in counted
        ]
        for at, line in enumerate(own):
            found = by_pair.get((provider.id, line.id), {})
            counts = {day: tuple(each) for day, each in found.items()}
            name = names.get(provider.id, provider.name)
            rows.append(TallyRow((provider.id, line.id), name, line.name, counts, at == 0))
    if rows:
        shown = {row.id for row in rows}
        sums: dict[date, list[Count]] = {}
        for each in tally.shown:
            if (each.member_id, each.line_id) in shown:
                sums.setdefault(each.day, []).append(each)
        totals = {day: tuple(each) for day, each in sums.items()}
        rows.append(TallyRow(TOTAL, _("Total"), "", totals, True))
    return rows


def tally_columns(days: Sequence[tuple[date, str]]) -> list[Column[TallyRow]]:
    """Return provider, line, a column for each (day, heading), and the totals of the row."""

    def tone(row: TallyRow) -> str:
        return "secondary" if row.is_total else ""

    columns: list[Column[TallyRow]] = [
        Column("provider", _("Provider"), lambda row: row.provider if row.begins else "",
                         170, strong=True),
        Column("line", _("Service line"), lambda row: row.line, 180, stretch=True),
    ]  # fmt: skip
    columns += [
        Column(
            f"{DAY}{day.isoformat()}",
            heading,
            lambda row, day=day: row.cell(day),  # type: ignore[misc]
            max(86, 24 + 8 * len(heading)),
            "right",
            tone=tone,
        )
        for day, heading in days
    ]
    columns.append(
        Column("total", _("Total"), lambda row: row.total, 96, "right", tone=tone,
                         strong=True)
    )  # fmt: skip
    return columns


def day_of(key: str) -> date:
    """Return the day of a column's key."""
    return date.fromisoformat(key.removeprefix(DAY))
