"""The columns of the workbench, which follow from its fee schedules."""

from __future__ import annotations

from decimal import Decimal

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import format_amount
from clinicmgr.qtkit.column import Column
from clinicmgr.rates.records import Workbench, WorkbenchLine

OWN = "own"
SCHEDULE = "schedule-"


def bench_columns(bench: Workbench, locale: str) -> list[Column[WorkbenchLine]]:
    """Return code, service, our fee, what is left, Medicare, our share of it, each schedule."""

    def money(cents: int | None) -> str:
        return "" if cents is None else format_amount(cents, locale)

    columns: list[Column[WorkbenchLine]] = [
        Column("code", _("Code"), lambda line: line.name, 92, strong=True),
        Column("description", _("Service"), lambda line: line.description, 180, stretch=True),
        Column(OWN, _("Our fee"), lambda line: money(line.own), 88, "right", strong=True,
               tone=lambda line: "danger" if line.left else ""),
        Column("left", _("Left"), lambda line: money(line.left) if line.left else "", 72, "right",
               tone=lambda _line: "danger"),
        Column("medicare", _("Medicare"), lambda line: money(line.medicare), 86, "right",
               tone=lambda line: _pays_more(line, line.medicare) or "secondary"),
        Column("share", _("of Medicare"), lambda line: share_text(line.share), 96, "right",
               tone=lambda _line: "secondary"),
    ]  # fmt: skip
    # Payers come last: with many of them the table is moved sideways, and what counts stays.
    columns += [
        Column(
            f"{SCHEDULE}{schedule.id}",
            schedule.name,
            lambda line, at=at: money(line.prices[at]),  # type: ignore[misc]
            max(92, min(30 + 7 * len(schedule.name), 112)),
            "right",
            tone=lambda line, at=at: _pays_more(line, line.prices[at]),  # type: ignore[misc]
        )
        for at, schedule in enumerate(bench.schedules)
    ]
    return columns


def share_text(share: Decimal | None) -> str:
    """Return 1.348 as "135 %"."""
    return "" if share is None else f"{round(share * 100)} %"


def _pays_more(line: WorkbenchLine, price: int | None) -> str:
    return "warning" if line.left and price == line.highest else ""
