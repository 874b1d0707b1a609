"""The command line's words."""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clinicmgr import __version__
from clinicmgr.cli import (
    call_out_command,
    demo_command,
    exchange_commands,
    practice_commands,
    rates_commands,
    report_commands,
    week_plan_commands,
)
from clinicmgr.cli import roster_commands as roster
from clinicmgr.kernel.i18n import _

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - has no other name


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the options with `run`, the function that carries the command out.

    --practice and --json may stand before or after the command. Exits with 2 on wrong usage.
    """
    common = _common(argparse.SUPPRESS)
    parser = argparse.ArgumentParser(
        prog="clinicmgr",
        description=_("The practice without a window. No command opens the window."),
        parents=[_common(None)],
    )
    parser.add_argument("--version", action="version", version=f"ClinicMgr {__version__}")
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND", required=True)
    _add_practice(commands, common)
    _add_exchange(commands, common)
    _add_roster(commands, common)
    rates_commands.add_words(commands, common, day)
    report_commands.add_words(commands, common, day)
    options, rest = parser.parse_known_args(list(argv))
    if rest:
        parser.error(_sentence_about(options, rest))
    return options


def _sentence_about(options: argparse.Namespace, rest: list[str]) -> str:
    """Say what is wrong with words that were not understood."""
    if "unknown" in options:
        return str(options.unknown(options.name, rest))
    return _("unrecognized arguments: {words}").format(words=" ".join(rest))


def _common(default: object) -> argparse.ArgumentParser:
    """The options that every command takes; the ones after the command have no default."""
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument(
        "--practice", type=Path, default=default, metavar="FILE", help=_("the practice file")
    )
    options.add_argument(
        "--json",
        action="store_true",
        default=default if default is argparse.SUPPRESS else False,
        help=_("answer with one JSON document"),
    )
    return options


def _add_practice(commands: Commands, common: argparse.ArgumentParser) -> None:
    demo = commands.add_parser("demo", parents=[common], help=_("make the demo practice"))
    demo.add_argument("--headless", type=Path, metavar="DIR", help=_("print it all into DIR"))
    demo.add_argument("--today", type=day, metavar="D", help=_("the day the demo plays on"))
    demo.set_defaults(run=demo_command.demo)

    new = commands.add_parser("new", parents=[common], help=_("start a practice"))
    new.add_argument("file", type=Path)
    new.add_argument("--name", required=True)
    new.set_defaults(run=practice_commands.new)

    for name, run, text in (
        ("info", practice_commands.info, _("what the practice holds")),
        ("verify", practice_commands.verify, _("check the file and its history")),
    ):
        commands.add_parser(name, parents=[common], help=text).set_defaults(run=run)
    for name, run, text in (
        ("backup", practice_commands.backup, _("write a verified copy")),
        ("restore", practice_commands.restore, _("put a backup in the practice's place")),
    ):
        command = commands.add_parser(name, parents=[common], help=text)
        command.add_argument("file", type=Path)
        command.set_defaults(run=run)


def _add_exchange(commands: Commands, common: argparse.ArgumentParser) -> None:
    bring = commands.add_parser("import", parents=[common], help=_("read a CSV or Excel file"))
    bring.add_argument("kind", choices=exchange_commands.IMPORTS)
    bring.add_argument("file", type=Path)
    bring.add_argument("--dry-run", action="store_true", help=_("only say what would happen"))
    bring.set_defaults(run=exchange_commands.bring_in)

    give = commands.add_parser("export", parents=[common], help=_("write CSV, Excel or iCalendar"))
    give.add_argument("kind", choices=exchange_commands.EXPORTS)
    give.add_argument("file", type=Path)
    _add_period(give)
    give.set_defaults(run=exchange_commands.give_out)


def _add_roster(commands: Commands, common: argparse.ArgumentParser) -> None:
    group = commands.add_parser("roster", help=_("fill, check and explain the roster"))
    verbs = group.add_subparsers(metavar="VERB", required=True)
    for name, run, text in (
        ("generate", roster.generate, _("fill the gaps")),
        ("check", roster.check, _("list the broken rules")),
        ("explain", roster.explain, _("say why gaps are open")),
        ("publish", roster.publish, _("freeze a version and say what is new for whom")),
        ("changes", roster.changes, _("say what is other than it was published")),
    ):
        verb = verbs.add_parser(name, parents=[common], help=text)
        _add_period(verb)
        if run is roster.generate:
            verb.add_argument("--seconds", type=seconds, metavar="S", help=_("at most this long"))
            verb.add_argument("--dry-run", action="store_true", help=_("only show the proposal"))
        elif run is roster.publish:
            verb.add_argument("--note", metavar="TEXT", help=_("what the staff should know"))
        elif run is roster.changes:
            verb.add_argument("--since", type=int, metavar="N", help=_("compare with version N"))
        verb.set_defaults(run=run)
    call_out_command.add_words(verbs, common, day)
    week_plan_commands.add_words(verbs, common, day)


def _add_period(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from", dest="first", type=day, metavar="D", help=_("first day"))
    command.add_argument("--to", dest="last", type=day, metavar="D", help=_("last day"))


def day(text: str) -> date:
    """Read an ISO day, or raise what argparse turns into a usage message."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{text}” is not a day. Write it like 2026-11-18.").format(text=text)
        ) from None


def seconds(text: str) -> float:
    """Read a time limit, or raise what argparse turns into a usage message."""
    try:
        limit = float(text)
    except ValueError:
        limit = math.nan
    if not 0 < limit < math.inf:
        raise argparse.ArgumentTypeError(
            _("“{text}” is not a time. Write seconds, like 60.").format(text=text)
        )
    return limit
