"""The two recipes for a budget: another year plus a percentage, and a year spread over months."""

from __future__ import annotations

from dataclasses import replace

from clinicmgr.finance import rules
from clinicmgr.finance.gui.recipe_panel import RecipePanel, RecipeWords, Values
from clinicmgr.finance.records import (
    COPY_FIELDS,
    SPREAD_FIELDS,
    AccountKind,
    Basis,
    CopyRecipe,
    RoundTo,
    Shape,
    SpreadRecipe,
)
from clinicmgr.finance.service import Finance
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk

_YEARS_BACK = 5


def copy_panel(finance: Finance, year: int, desk: Desk, settings: ClinicSettings) -> RecipePanel:
    """Return the panel that plans a year from another one."""
    years = sorted({*finance.budget_years(), *range(year - _YEARS_BACK, year)}, reverse=True)
    choices: list[tuple[object, str]] = [(each, str(each)) for each in years]
    fields = [each.choosing(choices) if each.name == "from_year" else each for each in COPY_FIELDS]

    def recipe(values: Values) -> CopyRecipe:
        return CopyRecipe(
            values["from_year"],
            year,
            rules.parse_percent(str(values["percent"])),
            RoundTo(values["round_to"]),
            Basis(values["basis"]),
            None if values["kind"] is None else AccountKind(values["kind"]),
        )

    words = RecipeWords(
        _("Budget {year} from another year").format(year=year),
        _("Every amount of {year} that changes is listed first.").format(year=year),
        fields,
        {"from_year": year - 1},
        "percent",
    )
    return RecipePanel(
        words,
        lambda values: finance.preview_copy(recipe(values)),
        lambda values: finance.copy_budget(recipe(values)),
        desk,
        settings,
    )


def spread_panel(
    finance: Finance, year: int, account_id: int | None, desk: Desk, settings: ClinicSettings
) -> RecipePanel:
    """Return the panel that spreads a yearly amount over the months."""
    accounts = finance.accounts(active_only=True)
    choices: list[tuple[object, str]] = [(each.id, each.title) for each in accounts]
    fields = [
        each.choosing(choices) if each.name == "account_id" else each for each in SPREAD_FIELDS
    ]
    fields = [
        replace(each, help=_("The months add up to it to the cent."))
        if each.name == "cents"
        else each
        for each in fields
    ]

    def recipe(values: Values) -> SpreadRecipe:
        return SpreadRecipe(values["account_id"], year, values["cents"], Shape(values["shape"]))

    line = None if account_id is None else finance.budget(year).line(account_id)
    words = RecipeWords(
        _("Spread an amount over {year}").format(year=year),
        _("The months of this account are planned anew."),
        fields,
        {"account_id": account_id, "cents": line.cents if line and line.cents else None},
        "cents",
    )
    return RecipePanel(
        words,
        lambda values: finance.preview_spread(recipe(values)),
        lambda values: finance.spread_budget(recipe(values)),
        desk,
        settings,
    )
