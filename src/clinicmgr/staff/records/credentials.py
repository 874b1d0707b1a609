"""Licences, cards and certificates with an expiry, and who needs them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clinicmgr.kernel.i18n import N_, _


class CredentialStatus(StrEnum):
    """How a credential stands on a day, the best first."""

    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    MISSING = "missing"

    @property
    def label(self) -> str:
        """The word a person sees."""
        return _(_STATUS_LABELS[self])

    @property
    def allows_work(self) -> bool:
        """Whether a member may work with a credential standing so."""
        return self in {CredentialStatus.VALID, CredentialStatus.EXPIRING}


_STATUS_LABELS = {
    CredentialStatus.VALID: N_("Valid"),
    CredentialStatus.EXPIRING: N_("Expiring"),
    CredentialStatus.EXPIRED: N_("Expired"),
    CredentialStatus.MISSING: N_("Missing"),
}


@dataclass(frozen=True, slots=True)
class CredentialKindDraft:
    """A kind of credential as entered."""

    name: str
    warn_days: int = 60
    position_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CredentialKind:
    """A kind of credential ("CPR card"), the positions that need it, and when to warn."""

    id: int
    name: str
    warn_days: int = 60
    position_ids: tuple[int, ...] = ()

    def draft(self) -> CredentialKindDraft:
        """The same kind as a draft."""
        return CredentialKindDraft(self.name, self.warn_days, self.position_ids)


@dataclass(frozen=True, slots=True)
class CredentialDraft:
    """A credential as entered; `expires` is the last day it is valid."""

    member_id: int
    kind_id: int
    expires: date
    issued: date | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Credential:
    """One card or licence of one member; `expires` is the last day it is valid."""

    id: int
    member_id: int
    kind_id: int
    number: str
    issued: date | None
    expires: date

    def valid_on(self, day: date) -> bool:
        """Whether it is issued and not expired on `day`."""
        return (self.issued is None or self.issued <= day) and day <= self.expires

    def draft(self) -> CredentialDraft:
        """The same credential as a draft."""
        return CredentialDraft(self.member_id, self.kind_id, self.expires, self.issued, self.number)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one member stands with one kind of credential on a day, with the sentence to say it.

    `required` tells whether one of the member's positions needs the kind; `credential` is the
    one that counts on the day (the latest), None when there is none.
    """

    member_id: int
    kind_id: int
    status: CredentialStatus
    required: bool
    credential: Credential | None
    sentence: str
