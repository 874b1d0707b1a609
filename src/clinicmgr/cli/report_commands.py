"""report list, report NAME: the options of each report come from what its entry asks for."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clinicmgr import __version__
from clinicmgr.cli.answer import Answer
from clinicmgr.cli.context import Context
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, closest, parse
from clinicmgr.kernel.i18n import _
from clinicmgr.paper.save import write
from clinicmgr.reports.catalog import PRINTABLES, Moment, Printable, Sources, printable
from clinicmgr.reports.catalog.asks import Ask, period, word
from clinicmgr.reports.catalog.periods import Period

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - has no other name

_GIVEN = "ask_"  # what the words of all reports are kept under, apart from --out and --json
_ANY_PERIOD = period(Period.FOUR_WEEKS)
_SINGLE = frozenset(("on", "month", "year"))


def add_words(
    commands: Commands, common: argparse.ArgumentParser, day: Callable[[str], date]
) -> None:
    """Teach the command line `report`, with every option that any report asks for."""
    report = commands.add_parser(
        "report",
        parents=[common],
        help=_("print a document"),
        description=_(
            "Print a document. “report list” names them with their options. Each has a period of "
            "its own; --from begins another one, four weeks long without --to. A report of one "
            "day takes the first day of a period."
        ),
    )
    report.add_argument("name", help=_("“list” names them all"))
    report.add_argument("--out", type=Path, metavar="FILE", help=_(".pdf, .csv or .xlsx"))
    for name, field in _every_field().items():
        report.add_argument(f"--{name}", dest=_GIVEN + name, **_shape(field, day))
    report.set_defaults(run=run, unknown=unknown)


def _every_field() -> dict[str, Field]:
    """Return a field for each word, the first one that has it."""
    found: dict[str, Field] = {}
    for each in PRINTABLES:
        for ask in each.questions():
            for field in ask.fields:
                found.setdefault(word(field), field)
    return found


def _shape(field: Field, day: Callable[[str], date]) -> dict[str, Any]:
    if field.kind == "flag":
        return {"nargs": "?", "const": "yes", "metavar": "yes|no", "help": field.title}
    if field.kind == "day":
        return {"type": day, "metavar": "D", "help": field.title}
    if field.kind == "choices":
        return {"metavar": "X;Y", "help": field.title}
    if field.choices is not None and not callable(field.choices):
        words = [str(value) for value, _label in field.choices]
        text = f"{field.title}: {', '.join(words)}"
        return {"choices": words, "metavar": "X", "help": text}
    return {"metavar": "N" if field.kind == "whole" else "X", "help": field.title}


def unknown(name: str, words: list[str]) -> str:
    """Say that a report does not take these words, and what it takes instead."""
    known = next((each for each in PRINTABLES if each.name == name), None)
    option = next((each for each in words if each.startswith("-")), words[0]).partition("=")[0]
    if known is None:
        meant = closest(option, [f"--{name}" for name in _every_field()])
        more = _("Did you mean {option}?").format(option=meant) if meant else ""
        return _("No report takes {option}. {more}").format(option=option, more=more).strip()
    return _("{name} does not take {option}. It takes {options}.").format(
        name=name, option=option, options=", ".join(_words_of(known))
    )


def _words_of(wanted: Printable[Any]) -> list[str]:
    """Return the options that a report takes; one of a day takes a period as well."""
    names = [f"--{word(field)}" for field in _static_fields(wanted)]
    if wants_one_day(wanted):
        names += [f"--{word(field)}" for field in _ANY_PERIOD.fields]
    return names


def wants_one_day(wanted: Printable[Any]) -> bool:
    """Tell whether a report is about a day, a month or a year and not about a period."""
    return not _SINGLE.isdisjoint(wanted.field_names())


def _static_fields(wanted: Printable[Any]) -> Iterator[Field]:
    for ask in wanted.questions():
        yield from ask.fields


def run(context: Context) -> Answer:
    """List the printables, or write one to a file."""
    if context.options.name == "list":
        return _listed()
    wanted = printable(context.options.name)
    given = _given(context.options, wanted)
    target: Path | None = context.options.out
    if target is None:
        raise UserError(_("Say where to write it: --out FILE.pdf, FILE.csv or FILE.xlsx."))
    with context.clinic() as clinic:
        answers = _answers(wanted, clinic, given)
        request = wanted.request(clinic, answers)
        document = wanted.document(clinic, answers, __version__)
    write(document, target)
    text = _("Wrote {title} to {file}.").format(title=_(wanted.title), file=target)
    values = {"report": wanted.name, "file": target, "paper": document.page.paper}
    return Answer(text, {**values, **asdict(request.options)})


def _given(options: argparse.Namespace, wanted: Printable[Any]) -> dict[str, object]:
    """Return what was given by its word; UserError for what this report does not ask for."""
    given = {
        name.removeprefix(_GIVEN): value
        for name, value in vars(options).items()
        if name.startswith(_GIVEN) and value is not None
    }
    takes = _words_of(wanted)
    for name in given:
        if f"--{name}" not in takes:
            raise UserError(unknown(wanted.name, [f"--{name}"]))
    has_dates = "from" in given or "to" in given
    if has_dates and given.get("period", Period.DATES) != Period.DATES:
        raise UserError(_("Give either --period, or --from and --to."))
    return given


def _answers(
    wanted: Printable[Any], sources: Sources, given: Mapping[str, object]
) -> dict[str, object]:
    asked = [(ask, field) for ask in wanted.questions() for field in ask.bound(sources)]
    if wants_one_day(wanted):
        asked += [(_ANY_PERIOD, field) for field in _ANY_PERIOD.fields]
    answers = {
        field.name: _read(ask, field, sources, given[word(field)])
        for ask, field in asked
        if word(field) in given
    }
    if "first" in answers or "last" in answers:
        answers["period"] = Period.DATES
    if wants_one_day(wanted) and "period" in answers:
        _take_first_day(wanted, sources, answers)
    return answers


def _read(ask: Ask, field: Field, sources: Sources, text: object) -> object:
    if ask.find is not None:
        return ask.find(sources, str(text))
    return parse(field, text, sources.settings.current().locale)


def _take_first_day(wanted: Printable[Any], sources: Sources, answers: dict[str, object]) -> None:
    """Let a report of one day be about the first day of the period that was given."""
    moment = Moment(sources.clock.today(), sources.settings.current().week_start)
    first = _ANY_PERIOD.options(answers, moment)["first"]
    for name in ("period", "first", "last"):
        answers.pop(name, None)
    if isinstance(first, date):
        (name,) = _SINGLE & set(wanted.field_names())
        answers.setdefault(name, first.year if name == "year" else first)


def _listed() -> Answer:
    name = max(len(each.name) for each in PRINTABLES)
    group = max(len(_(each.group)) for each in PRINTABLES)
    title = max(len(_(each.title)) for each in PRINTABLES)
    lines = [
        f"{each.name:<{name}}  {_(each.group):<{group}}  {_(each.title):<{title}}  "
        + " ".join(f"--{word(field)}" for field in _static_fields(each))
        for each in PRINTABLES
    ]
    return Answer("\n".join(lines), {"reports": [_described(each) for each in PRINTABLES]})


def _described(each: Printable[Any]) -> dict[str, object]:
    return {
        "name": each.name,
        "group": _(each.group),
        "title": _(each.title),
        "about": _(each.about),
        "options": [_option(field) for field in _static_fields(each)],
    }


def _option(field: Field) -> dict[str, object]:
    shown: dict[str, object] = {
        "option": f"--{word(field)}",
        "label": field.title,
        "kind": field.kind,
        "default": str(field.default) if isinstance(field.default, Period) else field.default,
    }
    if field.choices is not None and not callable(field.choices):
        shown["choices"] = [str(value) for value, _label in field.choices]
    return shown
