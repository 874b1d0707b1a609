"""demo --headless DIR: make the demo practice, fill four weeks, and print it all."""

import json
from collections import Counter
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from clinicmgr import __version__
from clinicmgr.cli.answer import Answer, plain
from clinicmgr.cli.context import Context
from clinicmgr.cli.roster_commands import fill
from clinicmgr.clinic import Clinic, opened
from clinicmgr.demo import build
from clinicmgr.kernel.clock import FixedClock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import week_of
from clinicmgr.paper.save import write
from clinicmgr.reports.catalog import PRINTABLES, dates, printable
from clinicmgr.schedule.exchange import export_calendar, export_shifts

WEEKS = 4
FILE = "Lakeside Family Practice.clinic"


def demo(context: Context) -> Answer:
    """Make the demo practice in DIR (or where --practice says) and leave its papers in DIR."""
    folder: Path | None = context.options.headless
    if folder is None:
        raise UserError(_("Say where to print it: demo --headless DIR."))
    folder.mkdir(parents=True, exist_ok=True)
    today = context.options.today or context.clock.today()
    path: Path = context.options.practice or folder / FILE
    if path.exists():
        _remove_earlier_demo(path, context)
    context.say(_("Making the demo practice …"))
    build(path, today=today)
    clock = FixedClock(datetime.combine(today, time(9)))
    with opened(path, clock, context.actor) as clinic:
        summary = _print_everything(replace(context, clock=clock), clinic, folder)
    summary["screens"] = []
    if context.draw_pages is not None:
        context.say(_("Drawing the pages …"))
        summary["screens"] = context.draw_pages(folder, path, clock)
    text = json.dumps(plain(summary), indent=2, ensure_ascii=False)
    (folder / "summary.json").write_text(text + "\n", encoding="utf-8")
    return Answer(_told(folder, summary), summary)


def _remove_earlier_demo(path: Path, context: Context) -> None:
    """Make room for a new demo, but never in the place of a practice that somebody works with."""
    with opened(path, context.clock, context.actor) as clinic:
        is_demo = clinic.settings.current().demo
    if not is_demo:
        raise UserError(
            _("“{file}” is a practice of its own and is left alone. Choose another folder.").format(
                file=path
            )
        )
    path.unlink()


def _print_everything(context: Context, clinic: Clinic, folder: Path) -> dict[str, Any]:
    first = week_of(context.clock.today(), clinic.settings.current().week_start)
    last = first + timedelta(days=7 * WEEKS - 1)
    before = clinic.schedule.check(first, first + timedelta(days=6))
    files = [folder / "gaps-before.pdf"]
    write(printable("gaps").document(clinic, dates(first, last), __version__), files[0])
    context.say(_("Filling {count} weeks …").format(count=WEEKS))
    solution, _accepted = fill(context, clinic, first, last)
    gaps = clinic.schedule.gaps(first, last)
    context.say(_("Printing …"))
    for each in PRINTABLES:
        document = each.document(clinic, {}, __version__)
        files.append(folder / f"{each.name}.pdf")
        write(document, files[-1])
    roster = printable("week-roster").document(clinic, dates(first, last), __version__)
    for ending in (".csv", ".xlsx"):
        files.append(folder / f"week-roster{ending}")
        write(roster, files[-1])
    locale = clinic.settings.current().locale
    files += [folder / "shifts.csv", folder / "shifts.ics"]
    export_shifts(clinic.schedule, files[-2], first, last, locale)
    export_calendar(clinic.schedule, files[-1], first, last)
    return {
        "practice": clinic.practice.path,
        "today": context.clock.today(),
        "from": first,
        "to": last,
        "staff": len(clinic.staff.members(first)),
        "problems_this_week": Counter(one.rule for one in before),
        "filled": {"shifts": len(solution.assignments), "status": solution.status},
        "gaps_left": len(gaps),
        "files": files,
    }


def _told(folder: Path, summary: dict[str, Any]) -> str:
    lines = [
        _("The demo practice is in {file}.").format(file=summary["practice"]),
        _("{shifts} shifts were given; {gaps} gaps are left.").format(
            shifts=summary["filled"]["shifts"], gaps=summary["gaps_left"]
        ),
        _("In {folder}:").format(folder=folder),
        *(f"  {path.name}" for path in (*summary["files"], *summary["screens"])),
    ]
    return "\n".join(lines)
