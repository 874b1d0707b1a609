"""How hours are paid: the rules from a day on, differentials, payroll codes."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from datetime import date

from sqlalchemy import func, select

from clinicmgr.hours import rules
from clinicmgr.hours.records import (
    EDIT_PAY_RULES,
    Differential,
    DifferentialDraft,
    PayrollCodes,
    PayRules,
    PeriodKind,
    Rounding,
)
from clinicmgr.hours.tables import CodeRow, DifferentialRow, PayRulesRow, PeriodRow
from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import week_of
from clinicmgr.kernel.rows import added, existing, overwrite
from clinicmgr.kernel.settings import Settings
from clinicmgr.staff.records.days import day_text


class Paying:
    """The rules by which hours become pay.

    Questions return frozen records. What holds for locked days cannot be changed any more.
    """

    def __init__(self, journal: Journal, settings: Settings) -> None:
        self._journal = journal
        self._settings = settings

    # Rules

    def rules(self) -> Dated[PayRules]:
        """Return the rules that were set, by the day from which they hold."""
        with self._journal.read() as db:
            rows = db.scalars(select(PayRulesRow).order_by(PayRulesRow.from_day))
            return Dated(tuple((row.from_day, _rules(row)) for row in rows))

    def default(self) -> PayRules:
        """Return what holds before any rules are set: two weeks, overtime over the week's limit."""
        now = self._settings.current()
        anchor = week_of(PayRules().anchor, now.week_start)
        return PayRules(anchor=anchor, weekly_limit=now.max_weekly_minutes)

    def rules_on(self, day: date) -> PayRules:
        """Return the rules of a day."""
        return self.rules().on(day) or self.default()

    def set_rules(self, from_day: date, pay_rules: PayRules) -> None:
        """Let rules hold from a day on; those of the same day are replaced."""
        tidy = rules.tidy_pay_rules(pay_rules, from_day)
        self._refuse_locked(from_day)
        title = _("Pay rules from {day}").format(day=day_text(from_day))
        with self._journal.change(title, EDIT_PAY_RULES) as db:
            row = db.scalar(select(PayRulesRow).where(PayRulesRow.from_day == from_day))
            values = asdict(tidy) | {"period": tidy.period.value, "rounding": int(tidy.rounding)}
            if row is None:
                db.add(PayRulesRow(from_day=from_day, **values))
            else:
                overwrite(row, values)

    def move_rules(self, from_day: date, to_day: date, pay_rules: PayRules) -> None:
        """Let rules hold from another day on, in one change."""
        title = _("Move pay rules to {day}").format(day=day_text(to_day))
        with self._journal.change(title, EDIT_PAY_RULES):
            self.remove_rules(from_day)
            self.set_rules(to_day, pay_rules)

    def remove_rules(self, from_day: date) -> None:
        """Take back the rules that begin on a day; those before hold longer."""
        self._refuse_locked(from_day)
        title = _("Remove pay rules from {day}").format(day=day_text(from_day))
        with self._journal.change(title, EDIT_PAY_RULES) as db:
            row = db.scalar(select(PayRulesRow).where(PayRulesRow.from_day == from_day))
            if row is None:
                raise UserError(_("No rules begin on that day; perhaps they were removed already."))
            db.delete(row)

    # Differentials

    def differentials(self) -> list[Differential]:
        """Return all differentials by name, also those that ended."""
        with self._journal.read() as db:
            rows = db.scalars(select(DifferentialRow))
            found = [_differential(row) for row in rows]
        return sorted(found, key=lambda each: (each.name.casefold(), each.from_day))

    def add_differential(self, draft: DifferentialDraft) -> int:
        """Pay more within a band of time from now on; return the id."""
        tidy = self._tidy(draft)
        self._refuse_locked(tidy.from_day)
        title = _("Add differential {name}").format(name=tidy.name)
        with self._journal.change(title, EDIT_PAY_RULES) as db:
            return added(db, DifferentialRow(**_columns(tidy)))

    def change_differential(self, differential_id: int, draft: DifferentialDraft) -> None:
        """Change a differential; one that was paid already can only be ended."""
        tidy = self._tidy(draft, differential_id)
        before = next(each for each in self.differentials() if each.id == differential_id)
        locked = self.locked_until()
        if (
            locked is not None
            and before.from_day <= locked
            and not _only_ends(before, tidy, locked)
        ):
            raise UserError(
                _("{name} was paid until {day}. End it on a later day and add another one.").format(
                    name=before.name, day=day_text(locked)
                )
            )
        if before.from_day != tidy.from_day:
            self._refuse_locked(tidy.from_day)
        title = _("Change differential {name}").format(name=tidy.name)
        with self._journal.change(title, EDIT_PAY_RULES) as db:
            overwrite(existing(db, DifferentialRow, differential_id), _columns(tidy))

    def remove_differential(self, differential_id: int) -> None:
        """Remove a differential that was never paid."""
        with self._journal.read() as db:
            one = _differential(existing(db, DifferentialRow, differential_id))
        self._refuse_locked(one.from_day)
        title = _("Remove differential {name}").format(name=one.name)
        with self._journal.change(title, EDIT_PAY_RULES) as db:
            db.delete(existing(db, DifferentialRow, differential_id))

    # Payroll codes

    def codes(self) -> PayrollCodes:
        """Return what the payroll service calls the practice and leave."""
        with self._journal.read() as db:
            found = dict(db.execute(select(CodeRow.key, CodeRow.value)).all())
        known = {field.name for field in fields(PayrollCodes)}
        return PayrollCodes(**{key: value for key, value in found.items() if key in known})

    def set_codes(self, codes: PayrollCodes) -> None:
        """Keep the codes; UserError where ADP cannot have given the company's."""
        tidy = {key: value.strip() for key, value in asdict(codes).items()}
        company = tidy["company"].rstrip("_").upper()
        if company and not (2 <= len(company) <= 3 and company.isascii() and company.isalnum()):
            raise UserError(_("ADP's company code has two or three letters or figures."),
                            field="company")  # fmt: skip
        tidy["company"] = company
        with self._journal.change(_("Payroll codes"), EDIT_PAY_RULES) as db:
            rows = {row.key: row for row in db.scalars(select(CodeRow))}
            for key, value in tidy.items():
                if key not in rows:
                    db.add(CodeRow(key=key, value=value))
                else:
                    overwrite(rows[key], {"value": value})

    # Inside

    def locked_until(self) -> date | None:
        """Return the last day that is locked."""
        with self._journal.read() as db:
            last = select(func.max(PeriodRow.last)).where(PeriodRow.locked_on.is_not(None))
            return db.scalar(last)

    def _refuse_locked(self, from_day: date) -> None:
        locked = self.locked_until()
        if locked is not None and from_day <= locked:
            raise UserError(
                _("Hours are locked until {day}; choose a day after it.").format(
                    day=day_text(locked)
                ),
                field="from_day",
            )

    def _tidy(self, draft: DifferentialDraft, own: int | None = None) -> DifferentialDraft:
        tidy = rules.tidy_differential(draft)
        for each in self.differentials():
            same = each.name.casefold() == tidy.name.casefold()
            if same and each.from_day == tidy.from_day and each.id != own:
                raise UserError(
                    _("There is a differential {name} from that day already.").format(
                        name=tidy.name
                    ),
                    field="name",
                )
        return tidy


def _only_ends(before: Differential, after: DifferentialDraft, locked: date) -> bool:
    """Whether nothing differs for the days that are locked."""
    ends = after.to_day is None or after.to_day >= locked
    stays = before.to_day is None or before.to_day >= locked
    words = replace(after, to_day=before.to_day, code=before.code)
    return words == before.draft() and ((ends and stays) or after.to_day == before.to_day)


def _rules(row: PayRulesRow) -> PayRules:
    return PayRules(
        PeriodKind(row.period),
        row.anchor,
        Rounding(row.rounding),
        row.weekly_limit,
        row.daily_limit,
        row.overtime_percent,
    )


def _differential(row: DifferentialRow) -> Differential:
    return Differential(
        row.id,
        row.name,
        row.start,
        row.end,
        tuple(int(part) for part in row.weekdays.split(",") if part),
        row.holidays,
        row.cents,
        row.percent,
        row.code,
        row.from_day,
        row.to_day,
    )


def _columns(draft: DifferentialDraft) -> dict[str, object]:
    return asdict(draft) | {"weekdays": ",".join(map(str, draft.weekdays))}
