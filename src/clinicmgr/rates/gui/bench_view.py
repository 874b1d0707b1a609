"""The workbench: every service, our fee, what payers pay, Medicare here; prices are typed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _, ngettext
from clinicmgr.kernel.money import format_money, parse_money
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.banner import Banner
from clinicmgr.qtkit.day_edit import DayEditor
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.search_field import SearchField
from clinicmgr.qtkit.segmented import Segmented
from clinicmgr.qtkit.side_panel import SplitPanel
from clinicmgr.qtkit.typed_model import Edit
from clinicmgr.qtkit.typed_table import TypedTable
from clinicmgr.rates.gui.bench_columns import OWN, SCHEDULE, bench_columns
from clinicmgr.rates.gui.explanation import Explanation
from clinicmgr.rates.records import Home, Workbench, WorkbenchLine
from clinicmgr.rates.service import Rates

_DAY = Field("day", N_("Prices from"), "day", required=True)
_ORDERS: Mapping[str, Callable[[WorkbenchLine], tuple[Any, ...]]] = {
    "left": lambda line: (-line.left, line.name),
    "code": lambda line: (line.name,),
    "share": lambda line: (line.share is None, line.share or 0, line.name),
}


class BenchView(QWidget):
    """Shows a day; a price that is typed holds from that day on. `told` counts what is shown."""

    told = Signal(str)

    def __init__(
        self, rates: Rates, desk: Desk, settings: ClinicSettings, empty: Callable[[], EmptyState]
    ) -> None:
        """`empty` makes what is shown while there is no service."""
        super().__init__()
        self._rates, self._desk, self._settings, self._empty = rates, desk, settings, empty
        # Read when it is first shown; 19,000 codes among 20 payers take a second.
        self.bench = Workbench(desk.clock.today(), None, (), (), None, None, Home())
        self._order: list[int] = []
        self.search = SearchField(_("Find a service"), self)
        self.order = Segmented(
            (("left", _("Money left")), ("code", _("Code")), ("share", _("Share of Medicare"))),
            _("Order"),
            self,
        )
        self.day = DayEditor(_DAY, settings.locale, settings.currency, self)
        self.day.put(desk.clock.today())
        self.banner = Banner("warning", self)
        self.table = self._table()
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.explanation = Explanation(rates, settings)
        self.split = SplitPanel(self._left(), self)
        self._lay_out()
        self._connect()

    def _left(self) -> QWidget:
        left = QWidget(self)
        self._column.addWidget(self.banner)
        self._column.addWidget(self.table, 1)
        left.setLayout(self._column)
        left.setFocusProxy(self.table)
        return left

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search)
        row.addWidget(self.order)
        row.addStretch()
        row.addWidget(labels.secondary(_("Prices from"), self))
        self.day.setFixedWidth(150)
        self.day.setAccessibleName(_("Prices from"))
        row.addWidget(self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.split, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._show())
        self.search.left_down.connect(self.focus_table)
        self.order.chosen.connect(lambda _key: self._sort())
        self.day.edited.connect(self.reload)
        self.day.editingFinished.connect(self.reload)

    def focus_table(self) -> None:
        """Put the focus into the table."""
        self.table.setFocus()

    # Reading

    def reload(self) -> None:
        """Read the day that is asked for; rows stay where they are while prices are typed."""
        day = self.day.day()
        if day is None:
            return
        before = self.bench
        self.bench = self._rates.workbench(day)
        if self._names(before) != self._names(self.bench):
            self._renew_table()
        if {line.id for line in self.bench.lines} != set(self._order):
            self._sort()
        else:
            self._show()
        self._say()
        if self.split.is_open:
            self._explain()

    def _sort(self) -> None:
        ordered = sorted(self.bench.lines, key=_ORDERS[self.order.key])
        self._order = [line.id for line in ordered]
        self._show()

    def _show(self) -> None:
        lines = {line.id: line for line in self.bench.lines}
        words = self.search.text().casefold().split()
        shown = [lines[each] for each in self._order if _has(lines[each], words)]
        self.table.set_records(shown)
        count = ngettext("{count} service", "{count} services", len(shown))
        self.told.emit(count.format(count=len(shown)) if lines else "")

    def _say(self) -> None:
        low = [line for line in self.bench.lines if line.left]
        if not low:
            self.banner.clear()
            return
        money = format_money(
            sum(line.left for line in low), self._settings.currency, self._settings.locale
        )
        count = ngettext("{count} fee is too low.", "{count} fees are too low.", len(low))
        text = _("A payer would pay more than we charge: {money} left on the table each time.")
        self.banner.say(count.format(count=len(low)), text.format(money=money))

    # Typing

    def put(self, edits: Sequence[Edit]) -> None:
        """Keep typed prices in one change, from the day shown on; UserError says what is wrong."""
        day = self.day.day() or self._desk.clock.today()
        grouped: dict[tuple[int, date], dict[int, int | None]] = {}
        own = self.bench.own.id if self.bench.own else 0
        for edit in edits:
            cents = parse_money(edit.text, self._settings.locale) if edit.text.strip() else None
            schedule = own if edit.key == OWN else int(edit.key.removeprefix(SCHEDULE))
            grouped.setdefault((schedule, day), {})[edit.record.id] = cents
        if len(edits) == 1:
            title = _("Price of {code}").format(code=edits[0].record.name)
        else:
            title = ngettext("Type {count} price", "Type {count} prices", len(edits))
            title = title.format(count=len(edits))
        self._rates.set_all_prices(grouped, title)

    # How a price came about

    def explain(self, service_id: int | None = None) -> None:
        """Show beside the table how the prices of the current service came about."""
        if service_id is None and self.table.current_id() is None:
            return
        if not self.split.is_open:
            self.explanation = Explanation(self._rates, self._settings)
            self.split.open_panel(_("How it came about"), self.explanation)
        self._explain()

    def _explain(self) -> None:
        service_id = self.table.current_id()
        line = next((each for each in self.bench.lines if each.id == service_id), None)
        if line is not None and self.split.is_open:
            self.split.panel.set_title(line.name, line.description)
            self.explanation.show_line(line, self.bench)

    # Inside

    def _table(self) -> TypedTable:
        columns = bench_columns(self.bench, self._settings.locale)
        typed = [each.key for each in columns if each.key.startswith((OWN, SCHEDULE))]
        table = TypedTable(columns, _("Prices by service"), typed, self.put, parent=self)
        table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        table.set_empty(self._empty())
        table.opened.connect(self.explain)
        table.picked.connect(self._explain)
        table.refused.connect(self._desk.warn)
        table.accepted.connect(self._desk.hide_toast)
        return table

    def _renew_table(self) -> None:
        old, self.table = self.table, self._table()
        self._column.replaceWidget(old, self.table)
        self.split.main.setFocusProxy(self.table)
        self.setFocusProxy(self.table)
        old.hide()
        old.deleteLater()
        self._order = []

    def _names(self, bench: Workbench) -> list[tuple[int, str]]:
        return [(each.id, each.name) for each in bench.schedules]


def _has(line: WorkbenchLine, words: list[str]) -> bool:
    text = f"{line.name} {line.description} {line.category}".casefold()
    return all(word in text for word in words)
