"""import KIND FILE, export KIND FILE."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from clinicmgr.activity import exchange as activity
from clinicmgr.cli import rates_commands
from clinicmgr.cli.answer import Answer
from clinicmgr.cli.context import Context
from clinicmgr.clinic import Clinic
from clinicmgr.equipment import exchange as equipment
from clinicmgr.exchange.importing import carry_out
from clinicmgr.exchange.plans import ImportPlan
from clinicmgr.finance import exchange as finance
from clinicmgr.hours import exchange as hours
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.schedule import exchange as schedule
from clinicmgr.staff import exchange as staff

Plan = ImportPlan[Any]
Exporter = Callable[[Clinic, Path, date, date, str], int]

IMPORTS: dict[str, tuple[Callable[[Clinic, Path, str], Plan], Callable[[Clinic], Any]]] = {
    "staff": (
        lambda clinic, path, locale: staff.plan_staff(clinic.staff, path, locale),
        lambda clinic: staff.StaffImporter(clinic.staff),
    ),
    "shifts": (
        lambda clinic, path, locale: schedule.plan_shifts(clinic.schedule, path, locale),
        lambda clinic: schedule.ShiftImporter(clinic.schedule),
    ),
    "assets": (
        lambda clinic, path, locale: equipment.plan_assets(clinic.equipment, path, locale),
        lambda clinic: equipment.AssetImporter(clinic.equipment),
    ),
    "readings": (
        lambda clinic, path, locale: equipment.plan_readings(clinic.equipment, path, locale),
        lambda clinic: equipment.ReadingImporter(clinic.equipment),
    ),
    "activity": (
        lambda clinic, path, locale: activity.plan_counts(clinic.activity, path, locale),
        lambda clinic: activity.CountImporter(clinic.activity),
    ),
    "hours": (
        lambda clinic, path, locale: hours.plan_hours(clinic.hours, path, locale),
        lambda clinic: hours.PunchImporter(clinic.hours, clinic.settings.current().locale),
    ),
    "expenses": (
        lambda clinic, path, locale: finance.plan_expenses(clinic.finance, path, locale),
        lambda clinic: finance.ExpenseImporter(clinic.finance),
    ),
    "accounts": (
        lambda clinic, path, locale: finance.plan_accounts(clinic.finance, path, locale),
        lambda clinic: finance.AccountImporter(clinic.finance),
    ),
    "budget": (
        lambda clinic, path, locale: finance.plan_budget(clinic.finance, path, locale),
        lambda clinic: finance.BudgetImporter(clinic.finance),
    ),
    "demand": (
        lambda clinic, path, locale: schedule.plan_demand(clinic.schedule, path, locale),
        lambda clinic: schedule.DemandImporter(clinic.schedule),
    ),
    **rates_commands.IMPORTS,
}
EXPORTS: dict[str, Exporter] = {
    "staff": lambda clinic, path, first, _last, locale: staff.export_staff(
        clinic.staff, path, first, locale
    ),
    "shifts": lambda clinic, path, first, last, locale: schedule.export_shifts(
        clinic.schedule, path, first, last, locale
    ),
    "published": lambda clinic, path, first, last, locale: schedule.export_published(
        clinic.schedule, path, first, last, locale
    ),
    "calendars": lambda clinic, path, first, last, _locale: len(
        schedule.export_calendars(clinic.schedule, path, first, last)
    ),
    "assets": lambda clinic, path, _first, _last, locale: equipment.export_assets(
        clinic.equipment, path, locale
    ),
    "readings": lambda clinic, path, first, last, locale: equipment.export_readings(
        clinic.equipment, path, first, last, locale
    ),
    "activity": lambda clinic, path, first, last, locale: activity.export_counts(
        clinic.activity, path, first, last, locale
    ),
    "hours": lambda clinic, path, first, last, locale: hours.export_hours(
        clinic.hours, path, first, last, locale
    ),
    # Of the pay period of the first day; ADP wants the name PRcccEPI.csv, or a folder.
    "payroll-adp": lambda clinic, path, first, _last, _locale: hours.export_adp(
        clinic.hours, path, first
    ),
    "payroll-gusto": lambda clinic, path, first, _last, _locale: hours.export_gusto(
        clinic.hours, path, first
    ),
    "expenses": lambda clinic, path, first, last, locale: finance.export_expenses(
        clinic.finance, path, first, last, locale
    ),
    "accounts": lambda clinic, path, _first, _last, locale: finance.export_accounts(
        clinic.finance, path, locale
    ),
    "budget": lambda clinic, path, _first, _last, locale: finance.export_budget(
        clinic.finance, path, None, locale
    ),
    "journal": lambda clinic, path, first, last, _locale: finance.export_journal(
        clinic.finance, path, first, last
    ),
    "demand": lambda clinic, path, _first, _last, locale: schedule.export_demand(
        clinic.schedule, path, locale
    ),
    **rates_commands.EXPORTS,
}


LOOKING_BACK = frozenset({"activity", "expenses", "hours", "journal", "readings"})
"""What has been: without --from and --to these are written up to this week."""


def bring_in(context: Context) -> Answer:
    """Import a file whole, or list every row that keeps it from being imported."""
    kind, dry_run = context.options.kind, context.options.dry_run
    make_plan, importer = IMPORTS[kind]
    with context.clinic() as clinic:
        locale = clinic.settings.current().locale
        plan = make_plan(clinic, context.options.file, locale)
        if not plan.errors:
            carry_out(plan, importer(clinic), dry_run=dry_run)
    values = {
        "kind": kind,
        "file": context.options.file,
        "dry_run": dry_run,
        "imported": not dry_run and not plan.errors,
        "counts": {fate.value: count for fate, count in plan.counts.items()},
        "notes": plan.notes,
        "errors": [
            {"line": e.line, "column": e.column, "value": str(e.value or ""), "reason": e.sentence}
            for e in plan.errors
        ],
    }
    lines = [plan.summary(), *plan.notes, *map(str, plan.errors)]
    if plan.errors:
        lines.append(_("Nothing was imported. Mend these lines and try again."))
    elif dry_run:
        lines.append(_("Nothing was imported: this was only a trial."))
    return Answer("\n".join(lines), values, found_problems=bool(plan.errors))


def give_out(context: Context) -> Answer:
    """Export to the kind of file that the ending names."""
    kind, target = context.options.kind, context.options.file
    with context.clinic() as clinic:
        first, last = context.period(clinic, looking_back=kind in LOOKING_BACK)
        locale = clinic.settings.current().locale
        if target.suffix.lower() == ".ics":
            if kind != "shifts":
                raise UserError(_("Only shifts can be written as a calendar (.ics)."))
            count = schedule.export_calendar(clinic.schedule, target, first, last)
        else:
            count = EXPORTS[kind](clinic, target, first, last, locale)
    text = ngettext("Wrote {count} row to {file}.", "Wrote {count} rows to {file}.", count)
    values = {"kind": kind, "file": target, "count": count, "from": first, "to": last}
    return Answer(text.format(count=count, file=target), values)
