"""Services and payers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clinicmgr.kernel.i18n import N_, _


@dataclass(frozen=True, slots=True)
class ServiceDraft:
    """Something billable as it is typed; `first` and `last` are the days it may be billed."""

    code: str
    modifier: str = ""
    description: str = ""
    minutes: int | None = None
    category: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """Something billable: a code with or without a modifier."""

    id: int
    code: str
    modifier: str = ""
    description: str = ""
    minutes: int | None = None
    category: str = ""
    first: date | None = None
    last: date | None = None

    @property
    def name(self) -> str:
        """The code with its modifier: "G0101" or "G0101-26"."""
        return code_text(self.code, self.modifier)

    def active_on(self, day: date) -> bool:
        """Whether it may be billed on that day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def draft(self) -> ServiceDraft:
        """The same service as a draft."""
        return ServiceDraft(
            self.code,
            self.modifier,
            self.description,
            self.minutes,
            self.category,
            self.first,
            self.last,
        )


def code_text(code: str, modifier: str) -> str:
    """Return a code with its modifier, if there is one."""
    return f"{code}-{modifier}" if modifier else code


class PayerKind(StrEnum):
    """What a payer is."""

    INSURER = "insurer"
    MEDICARE = "medicare"
    SELF_PAY = "self-pay"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The word a person sees."""
        return _(PAYER_KIND_LABELS[self])


PAYER_KIND_LABELS = {
    PayerKind.INSURER: N_("Insurer"),
    PayerKind.MEDICARE: N_("Medicare"),
    PayerKind.SELF_PAY: N_("Self-pay"),
    PayerKind.OTHER: N_("Other"),
}


@dataclass(frozen=True, slots=True)
class PayerDraft:
    """A payer as it is typed."""

    name: str
    kind: PayerKind = PayerKind.INSURER
    note: str = ""


@dataclass(frozen=True, slots=True)
class Payer:
    """An insurer or self-pay class."""

    id: int
    name: str
    kind: PayerKind = PayerKind.INSURER
    note: str = ""
