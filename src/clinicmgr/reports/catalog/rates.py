"""What can be printed about rates."""

from typing import Any

from clinicmgr.kernel.fields import Choices, Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.rates.documents import (
    ComparisonOptions,
    FeeListOptions,
    build_comparison,
    build_fee_list,
)
from clinicmgr.reports.catalog.asks import DAY, ORIENTATION, one
from clinicmgr.reports.catalog.printable import Printable
from clinicmgr.reports.catalog.sources import Sources

GROUP = N_("Rates")


def _schedules(sources: Sources) -> Choices:
    return [
        (each.id, _("{name} (our own)").format(name=each.name) if each.is_own else each.name)
        for each in sources.rates.schedules()
    ]


def _payers(sources: Sources) -> Choices:
    return [(each.id, each.name) for each in sources.rates.schedules() if not each.is_own]


RATES: tuple[Printable[Any], ...] = (
    Printable(
        "fee-list",
        N_("Fee list"),
        GROUP,
        N_("Every service with its price, by category."),
        FeeListOptions,
        lambda at, settings, imprint, options: build_fee_list(at.rates, settings, imprint, options),
        (
            DAY,
            one(
                Field(
                    "schedule_id",
                    N_("Fee schedule"),
                    "choice",
                    help=N_("Empty is our own."),
                    aliases=("payer",),
                ),
                _schedules,
            ),
            ORIENTATION,
        ),
    ),
    Printable(
        "fee-comparison",
        N_("Fee schedules compared"),
        GROUP,
        N_("Our fee, what each payer pays and Medicare allows, side by side."),
        ComparisonOptions,
        lambda at, settings, imprint, options: build_comparison(
            at.rates, settings, imprint, options
        ),
        (
            DAY,
            one(
                Field(
                    "schedule_ids",
                    N_("Fee schedules"),
                    "choices",
                    help=N_("None chosen is all of them."),
                    aliases=("payer",),
                ),
                _payers,
            ),
        ),
    ),
)
