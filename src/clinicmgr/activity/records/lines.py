"""What is counted: service lines and payer classes."""

from dataclasses import dataclass
from enum import StrEnum

from clinicmgr.kernel.i18n import N_, _


class LineKind(StrEnum):
    """What one count of a line is."""

    VISIT = "visit"
    PROCEDURE = "procedure"
    DIAGNOSTIC = "diagnostic"

    @property
    def label(self) -> str:
        """The word a person sees."""
        return _(KIND_LABELS[self])


KIND_LABELS = {
    LineKind.VISIT: N_("Visit"),
    LineKind.PROCEDURE: N_("Procedure"),
    LineKind.DIAGNOSTIC: N_("Diagnostic"),
}


@dataclass(frozen=True, slots=True)
class ServiceLineDraft:
    """A service line as it is typed.

    `minutes` is what one takes the provider; `position_ids` are those who do it (none: anybody),
    `room_ids` where, `asset_id` what it cannot be done without; `rank` sorts.
    """

    name: str
    code: str
    kind: LineKind = LineKind.VISIT
    minutes: int = 0
    room_ids: tuple[int, ...] = ()
    asset_id: int | None = None
    active: bool = True
    rank: int = 0
    position_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A kind of work that is counted, such as "Office visit" with the code OV."""

    id: int
    name: str
    code: str
    kind: LineKind = LineKind.VISIT
    minutes: int = 0
    room_ids: tuple[int, ...] = ()
    asset_id: int | None = None
    active: bool = True
    rank: int = 0
    position_ids: tuple[int, ...] = ()

    def draft(self) -> ServiceLineDraft:
        """The same line as a draft, to change with `dataclasses.replace` and hand back."""
        return ServiceLineDraft(
            self.name,
            self.code,
            self.kind,
            self.minutes,
            self.room_ids,
            self.asset_id,
            self.active,
            self.rank,
            self.position_ids,
        )


@dataclass(frozen=True, slots=True)
class PayerClassDraft:
    """A payer class as it is typed."""

    name: str
    code: str
    rank: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True)
class PayerClass:
    """Who pays, in as few classes as the practice counts by: "Medicare", "Self-pay"."""

    id: int
    name: str
    code: str = ""
    rank: int = 0
    active: bool = True

    def draft(self) -> PayerClassDraft:
        """The same class as a draft."""
        return PayerClassDraft(self.name, self.code, self.rank, self.active)
