"""roster plans, roster apply: the week plans, and laying one down in the roster."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from clinicmgr.cli.answer import Answer
from clinicmgr.cli.context import Context
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.schedule.records import Facts
from clinicmgr.schedule.records.week_plans import WeekPlan
from clinicmgr.schedule.records.week_plans_applying import (
    Conflicts,
    Exempt,
    FromPlan,
    Laying,
    Outcome,
)
from clinicmgr.schedule.rules.changes import person_name
from clinicmgr.schedule.rules.rotation_words import summary, told_by_person

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - has no other name


def add_words(verbs: Verbs, common: argparse.ArgumentParser, day: Callable[[str], date]) -> None:
    """Add the commands to those of the roster; `day` reads a day."""
    plans = verbs.add_parser("plans", parents=[common], help=_("list the week plans"))
    plans.set_defaults(run=list_plans)
    apply = verbs.add_parser("apply", parents=[common], help=_("lay a week plan down"))
    apply.add_argument("plan", metavar="PLAN", help=_("the name of the plan"))
    apply.add_argument(
        "--from", dest="first", type=day, required=True, metavar="D", help=_("a day of the week")
    )
    apply.add_argument("--weeks", type=int, default=1, metavar="N", help=_("so many in a row"))
    apply.add_argument(
        "--begin-with", type=int, metavar="N", help=_("the week of the rotation that comes first")
    )
    apply.add_argument("--open", action="store_true", help=_("who is away: as an open shift"))
    conflicts = apply.add_mutually_exclusive_group()
    conflicts.add_argument("--replace", action="store_true", help=_("in place of what is there"))
    conflicts.add_argument("--only-empty", action="store_true", help=_("only on free days"))
    apply.add_argument("--dry-run", action="store_true", help=_("only say what would happen"))
    apply.set_defaults(run=apply_plan)


def list_plans(context: Context) -> Answer:
    """List the plans with their number of weeks and shifts."""
    with context.clinic() as clinic:
        plans = clinic.schedule.week_plans.plans()
    values = {"plans": [_plan(one) for one in plans]}
    if not plans:
        return Answer(_("There are no week plans yet."), values)
    lines = []
    for one in plans:
        weeks = ngettext("{count} week", "{count} weeks", one.weeks).format(count=one.weeks)
        shifts = ngettext("{count} shift", "{count} shifts", len(one.shifts))
        lines.append(f"{one.name}: {weeks}, {shifts.format(count=len(one.shifts))}")
    return Answer("\n".join(lines), values)


def apply_plan(context: Context) -> Answer:
    """Lay a plan down on weeks and say what was left out and why; --dry-run changes nothing."""
    asked = context.options
    with context.clinic() as clinic:
        week_plans = clinic.schedule.week_plans
        plan = week_plans.named(asked.plan)
        weeks = week_plans.weeks(asked.first, max(1, asked.weeks))
        laying = Laying(_conflicts(asked), absent_open=asked.open)
        verb = week_plans.preview if asked.dry_run else week_plans.apply
        done = verb(FromPlan(plan.id, asked.begin_with), weeks, laying)
        facts = clinic.schedule.facts(weeks[0], weeks[-1])
    values = {
        "plan": plan.name,
        "weeks": weeks,
        "conflicts": laying.conflicts,
        "added": len(done.add),
        "removed": len(done.remove),
        "same": done.same,
        "skipped": [_exempt(one, facts) for one in done.skipped],
        "opened": [_exempt(one, facts) for one in done.opened],
        "warnings": [one.sentence for one in done.warned],
        "applied": not asked.dry_run,
    }
    return Answer("\n".join(_lines(done, facts, dry_run=asked.dry_run)), values)


def _conflicts(asked: argparse.Namespace) -> Conflicts:
    if asked.replace:
        return Conflicts.REPLACE
    return Conflicts.ONLY_EMPTY if asked.only_empty else Conflicts.KEEP


def _lines(done: Outcome, facts: Facts, *, dry_run: bool) -> Sequence[str]:
    lines = [summary(done, done=not dry_run)]
    for told in told_by_person(done, facts):
        if not told.is_smooth:
            lines += [told.name, *(f"    {each}" for each in (*told.exempt, *told.warnings))]
    return lines


def _plan(one: WeekPlan) -> dict[str, Any]:
    return {"name": one.name, "weeks": one.weeks, "shifts": len(one.shifts), "note": one.note}


def _exempt(one: Exempt, facts: Facts) -> dict[str, Any]:
    who = one.draft.member_id
    return {
        "person": None if who is None else person_name(who, facts),
        "day": one.draft.day,
        "cause": one.cause,
        "reason": one.reason,
    }
