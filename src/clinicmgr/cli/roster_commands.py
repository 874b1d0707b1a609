"""roster generate, roster check, roster explain."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from clinicmgr.cli.answer import Answer
from clinicmgr.cli.context import Context
from clinicmgr.clinic import Clinic
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.schedule.documents.gap_list import gap_title
from clinicmgr.schedule.records import Explanation, Strength, Violation
from clinicmgr.schedule.solver.answer import Progress, Solution
from clinicmgr.schedule.solver.process import solve_in_process


def check(context: Context) -> Answer:
    """List the broken rules; the exit code is 1 unless all of them are only nice to have."""
    with context.clinic() as clinic:
        first, last = context.period(clinic)
        violations = clinic.schedule.check(first, last)
        names = {one.id: one.name for one in clinic.staff.members()}
    values = {
        "from": first,
        "to": last,
        "violations": [_violation(one, names) for one in violations],
        "by_strength": Counter(one.strength.name.lower() for one in violations),
    }
    if not violations:
        return Answer(_("No rule is broken."), values)
    lines = [f"{one.strength.label:<13} {one.sentence}" for one in violations]
    matters = any(one.strength is not Strength.NICE for one in violations)
    return Answer("\n".join(lines), values, found_problems=matters)


def explain(context: Context) -> Answer:
    """Say person by person why each gap is open."""
    with context.clinic() as clinic:
        first, last = context.period(clinic)
        explained = clinic.schedule.explanations(first, last)
        facts = clinic.schedule.facts(first, last)
        locale = clinic.settings.current().locale
    titles = [gap_title(one, facts, locale) for one in explained]
    values = {"from": first, "to": last, "gaps": [_gap(o, t) for o, t in _both(explained, titles)]}
    if not explained:
        return Answer(_("Every minimum is covered."), values)
    lines: list[str] = []
    for one, title in _both(explained, titles):
        lines += [title, *(f"    {name}: {sentence}" for name, sentence in one.lines)]
    return Answer("\n".join(lines), values, found_problems=True)


def generate(context: Context) -> Answer:
    """Fill the gaps; with --dry-run only show what would be given to whom."""
    with context.clinic() as clinic:
        first, last = context.period(clinic)
        solution, accepted = fill(context, clinic, first, last)
        left = clinic.schedule.explanations(first, last) if accepted else ()
        facts = clinic.schedule.facts(first, last)
        locale = clinic.settings.current().locale
    count = len(solution.assignments)
    values = {
        "from": first,
        "to": last,
        "status": solution.status,
        "objective": solution.objective,
        "bound": solution.bound,
        "shifts": count,
        "accepted": accepted,
        "unfilled": [_gap(one, gap_title(one, facts, locale)) for one in left],
    }
    verb = ngettext("{count} shift given", "{count} shifts given", count)
    lines = [verb.format(count=count) + f" ({solution.status})."]
    if not accepted:
        lines.append(_("Nothing was changed: this was only the proposal."))
    lines += [gap_title(one, facts, locale) for one in left]
    return Answer("\n".join(lines), values)


def fill(context: Context, clinic: Clinic, first: date, last: date) -> tuple[Solution, bool]:
    """Solve the gaps of a period and accept the result unless this is a dry run."""
    problem = clinic.schedule.fill_problem(first, last)

    told = 0

    def tell(progress: Progress) -> bool:
        nonlocal told
        if round(progress.seconds) > told:
            told = round(progress.seconds)
            context.say(_("{count} s …").format(count=told))
        return True  # go on

    seconds = getattr(context.options, "seconds", None)
    solution = solve_in_process(problem, seconds=seconds, on_progress=tell)
    if getattr(context.options, "dry_run", False) or not solution.assignments:
        return solution, False
    clinic.schedule.accept(problem, solution)
    return solution, True


def _violation(one: Violation, names: dict[int, str]) -> dict[str, Any]:
    people = [names.get(member_id, "?") for member_id in one.member_ids]
    return {
        "rule": one.rule,
        "strength": one.strength,
        "people": people,
        "day": one.day,
        "shifts": one.shift_ids,
        "sentence": one.sentence,
    }


def _gap(one: Explanation, title: str) -> dict[str, Any]:
    why = [{"name": name, "sentence": sentence} for name, sentence in one.lines]
    return {**asdict(one.gap), "sentence": title, "why": why}


def _both(explained: Sequence[Explanation], titles: list[str]) -> list[tuple[Explanation, str]]:
    return list(zip(explained, titles, strict=True))
