"""What a person's rostered work of a period comes to: hours, overtime, days off, cost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labor:
    """The work of one person in a period.

    `minutes` are real minutes of rostered work without breaks. `overtime_minutes` are those over
    the weekly limit, told with the weeks that end in the period, so that months add up to years.
    `contract_minutes` is what the contract comes to, a seventh of the week for each day employed.
    Days of leave count where the person would have been there: available, and the practice open.
    Cents are None where a shift has no pay rate, or the reader may not see pay.
    """

    member_id: int
    shifts: int
    minutes: int
    contract_minutes: int
    overtime_minutes: int
    leave_days: int
    sick_days: int
    regular_cents: int | None
    overtime_cents: int | None

    @property
    def cents(self) -> int | None:
        """What the work costs, overtime with its premium; None where it is not known."""
        if self.regular_cents is None or self.overtime_cents is None:
            return None
        return self.regular_cents + self.overtime_cents
