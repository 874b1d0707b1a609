"""What makes credentials acceptable, and how a member stands with a kind on a day."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Protocol

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.staff.records import (
    Credential,
    CredentialDraft,
    CredentialKind,
    CredentialKindDraft,
    CredentialStatus,
    Standing,
)
from clinicmgr.staff.records.days import day_text
from clinicmgr.staff.rules.words import check_day, name_given, unique

MOST_WARN_DAYS = 730


class Holder(Protocol):
    """Whoever holds credentials: a staff member, or another domain's view of one."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def position_ids(self) -> tuple[int, ...]: ...


def check_kind(draft: CredentialKindDraft, others: Collection[CredentialKind]) -> None:
    """Raise a UserError unless the kind has its own name and a likely warning time."""
    name_given(draft.name, _("credential"))
    unique(
        draft.name,
        (other.name for other in others),
        sentence=_("There is already a credential called {text}."),
        field="name",
    )
    if not 0 <= draft.warn_days <= MOST_WARN_DAYS:
        raise UserError(
            _("Warn between 0 and {most} days ahead.").format(most=MOST_WARN_DAYS),
            field="warn_days",
        )


def check_credential(draft: CredentialDraft) -> None:
    """Raise a UserError unless the credential expires after it was issued."""
    check_day(draft.issued, field="issued")
    check_day(draft.expires, field="expires")
    if draft.issued is not None and draft.expires <= draft.issued:
        raise UserError(
            _("It expires on {expires}, which is not after its issue on {issued}.").format(
                expires=day_text(draft.expires), issued=day_text(draft.issued)
            ),
            field="expires",
        )


def check_renewal(old: Credential, expires: date) -> None:
    """Raise a UserError unless the successor lasts longer than the one it renews."""
    if expires <= old.expires:
        raise UserError(
            _("The one on record is valid until {day}; a renewal lasts longer.").format(
                day=day_text(old.expires)
            ),
            field="expires",
        )


def is_required(holder: Holder, kind: CredentialKind) -> bool:
    """Whether one of the holder's positions needs a credential of this kind."""
    return not set(holder.position_ids).isdisjoint(kind.position_ids)


def current(credentials: Iterable[Credential], day: date) -> Credential | None:
    """Return the one that counts on `day`: issued by then and lasting longest, else None."""
    issued = [each for each in credentials if each.issued is None or each.issued <= day]
    return max(issued, key=lambda each: each.expires, default=None)


def standing(
    holder: Holder, kind: CredentialKind, credentials: Iterable[Credential], day: date
) -> Standing:
    """Tell how `holder` stands with `kind` on `day`; others' and other kinds' are ignored."""
    own = [each for each in credentials if (each.member_id, each.kind_id) == (holder.id, kind.id)]
    counts = current(own, day)
    status = _status(counts, kind, day)
    if counts is None:
        later = min((each.issued for each in own if each.issued), default=None)
        sentence = _missing(holder, kind, later)
    else:
        sentence = _sentence(holder, kind, counts, status, day)
    return Standing(holder.id, kind.id, status, is_required(holder, kind), counts, sentence)


def _status(credential: Credential | None, kind: CredentialKind, day: date) -> CredentialStatus:
    if credential is None:
        return CredentialStatus.MISSING
    if credential.expires < day:
        return CredentialStatus.EXPIRED
    if (credential.expires - day).days <= kind.warn_days:
        return CredentialStatus.EXPIRING
    return CredentialStatus.VALID


def _sentence(
    holder: Holder,
    kind: CredentialKind,
    credential: Credential,
    status: CredentialStatus,
    day: date,
) -> str:
    words = {"name": holder.name, "kind": kind.name, "day": day_text(credential.expires)}
    if status is CredentialStatus.EXPIRED:
        return _("{name}'s {kind} expired on {day}.").format(**words)
    if status is CredentialStatus.VALID:
        return _("{name}'s {kind} is valid until {day}.").format(**words)
    left = (credential.expires - day).days
    if left == 0:
        return _("{name}'s {kind} expires today, {day}.").format(**words)
    return ngettext(
        "{name}'s {kind} expires on {day}, in {left} day.",
        "{name}'s {kind} expires on {day}, in {left} days.",
        left,
    ).format(left=left, **words)


def _missing(holder: Holder, kind: CredentialKind, later: date | None) -> str:
    words = {"name": holder.name, "kind": kind.name}
    if later is not None:
        return _("{name}'s {kind} is valid only from {day}.").format(day=day_text(later), **words)
    return _("{name} has no {kind} on record.").format(**words)
