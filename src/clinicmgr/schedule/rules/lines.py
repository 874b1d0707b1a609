"""Lines of the rulebook: whether one is acceptable, and how it is said in a sentence."""

from collections.abc import Iterable, Mapping

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.records import Number, RuleDraft, RuleLine
from clinicmgr.schedule.records.rulebook import canonical
from clinicmgr.schedule.rules.catalog import BY_ID
from clinicmgr.schedule.rules.inforce import about, usual_numbers
from clinicmgr.schedule.rules.words import hours_text

SHIFT_TYPE_NUMBERS = frozenset({"earlier", "later", "types"})
"""The numbers that name shift types; the other lists of ids name positions."""

_LEAST = {"limit": 1, "weeks": 1, "least": 1, "each": 1}
_MOST_MINUTES = 7 * 24 * 60
_MOST = {"weeks": 26, "least": 14, "most": 31, "each": 99, "more": 99, "minimum": 240}


def line_of(draft: RuleDraft, line_id: int = 0) -> RuleLine:
    """The line a draft becomes; a number that is not named has its usual value."""
    rule = BY_ID[draft.rule]
    known = usual_numbers(rule)
    numbers = known | {name: value for name, value in draft.numbers.items() if name in known}
    return RuleLine(line_id, rule.id, draft.strength, canonical(numbers.items()), draft.scope)


def check_line(draft: RuleDraft, others: Iterable[RuleLine]) -> RuleLine:
    """Return the line a draft becomes among `others`.

    Raises UserError for a number that cannot be, for dates in the wrong order, for a line without
    scope where the rule has one for everybody, and for a second line about the same.
    """
    rule, line = BY_ID[draft.rule], line_of(draft)
    for field in rule.numbers:
        _check_number(field, dict(line.numbers)[field.name])
    scope = line.scope
    if scope.from_day and scope.to_day and scope.to_day < scope.from_day:
        raise UserError(_("The last day lies before the first."), field="to_day")
    if not scope.weight and not rule.several:
        raise UserError(
            _("Say for whom, where or when this holds; for everybody the rule stands already."),
            field="member_ids",
        )
    if any((o.rule, o.scope, about(o)) == (line.rule, scope, about(line)) for o in others):
        raise UserError(_("This rule is in the book already; change it there."))
    return line


def check_numbers(line: RuleLine) -> None:
    """Raise UserError for a number that cannot be."""
    for field in BY_ID[line.rule].numbers:
        _check_number(field, dict(line.numbers)[field.name])


def _check_number(field: Field, value: Number) -> None:
    if field.kind == "choices":
        if not value:
            raise UserError(_("“{label}” is missing.").format(label=field.title), field=field.name)
        return
    is_time = field.kind == "hours"
    least = _LEAST.get(field.name, 0)
    most = _MOST_MINUTES if is_time else _MOST.get(field.name, 99)
    if not isinstance(value, int) or not least <= value <= most:
        words = {
            "label": field.title,
            "least": hours_text(least) if is_time else least,
            "most": hours_text(most) if is_time else most,
        }
        raise UserError(
            _("“{label}” is between {least} and {most}.").format(**words), field=field.name
        )


def said(line: RuleLine, type_names: Mapping[int, str], position_names: Mapping[int, str]) -> str:
    """The sentence of a rule with the numbers of the line."""
    rule, words = BY_ID[line.rule], dict[str, str]()
    numbers = dict(line.numbers)
    for field in rule.numbers:
        value = numbers.get(field.name)
        if field.kind == "choices":
            names = type_names if field.name in SHIFT_TYPE_NUMBERS else position_names
            ids = value if isinstance(value, tuple) else ()
            words[field.name] = ", ".join(names.get(one, "?") for one in ids) or "…"
        elif field.kind == "hours":
            words[field.name] = hours_text(value if isinstance(value, int) else 0)
        else:
            words[field.name] = str(value)
    return _(rule.sentence).format(**words)
