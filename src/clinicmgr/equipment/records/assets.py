"""Assets and the days they were out of service."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clinicmgr.kernel.i18n import N_, _


class AssetStatus(StrEnum):
    """How an asset stands on a day."""

    IN_SERVICE = "in_service"
    OUT_OF_SERVICE = "out_of_service"
    RETIRED = "retired"

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _(_STATUS_LABELS[self])


_STATUS_LABELS = {
    AssetStatus.IN_SERVICE: N_("In service"),
    AssetStatus.OUT_OF_SERVICE: N_("Out of service"),
    AssetStatus.RETIRED: N_("Retired"),
}


@dataclass(frozen=True, slots=True)
class AssetDraft:
    """An asset as entered; `retired` is the first day it is no longer used."""

    tag: str
    name: str
    category: str = ""
    make: str = ""
    model: str = ""
    serial: str = ""
    room_id: int | None = None
    purchased: date | None = None
    cost_cents: int | None = None
    warranty_until: date | None = None
    vendor: str = ""
    retired: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Asset(AssetDraft):
    """A piece of equipment, or something that is inspected."""

    id: int = 0

    @property
    def title(self) -> str:
        """Name and tag, as sentences say it: "Vaccine fridge (E-004)"."""
        return f"{self.name} ({self.tag})"

    @property
    def machine(self) -> str:
        """Make and model in one."""
        return f"{self.make} {self.model}".strip()

    def is_retired(self, day: date) -> bool:
        """Whether it is no longer used on `day`."""
        return self.retired is not None and self.retired <= day

    def draft(self) -> AssetDraft:
        """The same asset as a draft, to change with `dataclasses.replace` and hand back."""
        return AssetDraft(
            tag=self.tag,
            name=self.name,
            category=self.category,
            make=self.make,
            model=self.model,
            serial=self.serial,
            room_id=self.room_id,
            purchased=self.purchased,
            cost_cents=self.cost_cents,
            warranty_until=self.warranty_until,
            vendor=self.vendor,
            retired=self.retired,
            note=self.note,
        )


@dataclass(frozen=True, slots=True)
class OutageDraft:
    """Days out of service as entered; `back` is the first day of use again, if it is known."""

    asset_id: int
    first: date
    reason: str
    back: date | None = None


@dataclass(frozen=True, slots=True)
class Outage(OutageDraft):
    """A stretch of days an asset cannot be used; `work_id` is the work that is to end it."""

    id: int = 0
    work_id: int | None = None

    def covers(self, day: date) -> bool:
        """Whether the asset is out of service on `day`."""
        return self.first <= day and (self.back is None or day < self.back)

    def meets(self, first: date, last: date) -> bool:
        """Whether a day from `first` to `last` is one of these; back on the same day is none."""
        ends = self.back is None or (self.back > first and self.back > self.first)
        return self.first <= last and ends

    def draft(self) -> OutageDraft:
        """The same outage as a draft."""
        return OutageDraft(self.asset_id, self.first, self.reason, self.back)
