"""What can be done with staff: all verbs and questions in one place, each told by its concept."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.domain import Due, Hit, Names, Told, most_pressing
from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.journal import Journal
from clinicmgr.staff.records import (
    READ_PAY,
    Credential,
    CredentialDraft,
    CredentialKind,
    CredentialKindDraft,
    Leave,
    LeaveDraft,
    Newcomer,
    Position,
    PositionDraft,
    Skill,
    SkillDraft,
    StaffDraft,
    StaffMember,
    Standing,
    Window,
)
from clinicmgr.staff.records.told import STAFF_TOLD
from clinicmgr.staff.service.credentials import Credentials
from clinicmgr.staff.service.due import DAYS_AHEAD, Crew, due
from clinicmgr.staff.service.finding import find
from clinicmgr.staff.service.kinds import Kinds
from clinicmgr.staff.service.leave import LeaveBook
from clinicmgr.staff.service.lists import Lists
from clinicmgr.staff.service.names import names
from clinicmgr.staff.service.people import People
from clinicmgr.staff.service.secrets import Secrets
from clinicmgr.staff.service.terms import Terms


class Staff:
    """The people of the practice: who works here, as what, since when, and what they may do.

    Questions return frozen records. Verbs are one named change each; they raise a UserError with
    the field where a draft is not acceptable and where the right is missing.
    """

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._people = People(journal)
        self._lists = Lists(journal)
        self._terms = Terms(journal)
        self._secrets = Secrets(journal)
        self._leave = LeaveBook(journal, self._people)
        self._kinds = Kinds(journal)
        self._credentials = Credentials(journal, self._people, self._kinds)

    # What every domain answers

    def told(self) -> Told:
        """Return the words for its tables and columns."""
        return STAFF_TOLD

    def names(self) -> Names:
        """Return the names behind the numbers of members, positions, skills and credentials."""
        return names(self._journal)

    def find(self, text: str) -> list[Hit]:
        """Return members by name, number, mail, phone, note or credential number."""
        return find(self._journal, text, self.members(), self.positions())

    def due(self, on: date) -> list[Due]:
        """Return cards that are missing or end, who comes, goes and is off soon."""
        with self._journal.read():  # one session for all that is asked
            leave = self.leave(on, on + timedelta(days=DAYS_AHEAD))
            kinds, cards = self.credential_kinds(), self.credentials()
            crew = Crew(self.members(), self.positions(), kinds, cards, leave)
        return most_pressing(list(due(crew, on)))

    # People

    def members(self, on: date | None = None) -> list[StaffMember]:
        """Return all members by last name, or those employed on a day."""
        return self._people.members(on)

    def member(self, member_id: int) -> StaffMember:
        """Return one member."""
        return self._people.member(member_id)

    def hire(self, draft: StaffDraft) -> int:
        """Hire one person; return the member's id."""
        return self._people.hire([Newcomer(draft)], None)[0]

    def hire_all(self, newcomers: Sequence[Newcomer], title: str | None = None) -> list[int]:
        """Hire people with their first terms in one change; return the ids in the same order."""
        return self._people.hire(newcomers, title)

    def change(self, member_id: int, draft: StaffDraft) -> None:
        """Give a member other words, positions or skills."""
        self._people.change(member_id, draft)

    def end_employment(self, member_id: int, day: date) -> None:
        """Let `day` be the last day of work; the record stays."""
        self._people.end_employment(member_id, day)

    def remove(self, member_id: int) -> None:
        """Remove a member and all terms, leave and credentials; refused while there are shifts."""
        self._people.remove(member_id)

    # Positions and skills

    def positions(self) -> list[Position]:
        """Return all positions by rank."""
        return self._lists.positions()

    def add_position(self, draft: PositionDraft) -> int:
        """Add a position; return its id."""
        return self._lists.add_position(draft)

    def change_position(self, position_id: int, draft: PositionDraft) -> None:
        """Give a position another name, code, color or rank."""
        self._lists.change_position(position_id, draft)

    def remove_position(self, position_id: int) -> None:
        """Remove a position; refused while in use."""
        self._lists.remove_position(position_id)

    def skills(self) -> list[Skill]:
        """Return all skills by name."""
        return self._lists.skills()

    def add_skill(self, draft: SkillDraft) -> int:
        """Add a skill; return its id."""
        return self._lists.add_skill(draft)

    def change_skill(self, skill_id: int, draft: SkillDraft) -> None:
        """Give a skill another name."""
        self._lists.change_skill(skill_id, draft)

    def remove_skill(self, skill_id: int) -> None:
        """Remove a skill; refused while in use."""
        self._lists.remove_skill(skill_id)

    # Terms

    def contracts(self) -> dict[int, Dated[int]]:
        """Return the minutes a week by member id."""
        return self._terms.contracts()

    def set_contract(self, member_id: int, from_day: date, weekly_minutes: int) -> None:
        """Agree on minutes a week from a day on."""
        self._terms.set_contract(member_id, from_day, weekly_minutes)

    def remove_contract(self, member_id: int, from_day: date) -> None:
        """Take back the contract that begins on a day."""
        self._terms.remove_contract(member_id, from_day)

    def availability(self) -> dict[int, Dated[tuple[Window, ...]]]:
        """Return the weekly windows by member id; who is not in it is always available."""
        return self._terms.availability()

    def set_availability(self, member_id: int, from_day: date, windows: Iterable[Window]) -> None:
        """Keep when a member can work from a day on; no windows means not at all."""
        self._terms.set_availability(member_id, from_day, windows)

    def remove_availability(self, member_id: int, from_day: date) -> None:
        """Take back the availability that begins on a day."""
        self._terms.remove_availability(member_id, from_day)

    # Secrets

    def pay_rates(self) -> dict[int, Dated[int]]:
        """Return the cents an hour by member id; needs the right to see pay."""
        return self._secrets.pay_rates()

    def pay_rates_if_allowed(self) -> dict[int, Dated[int]] | None:
        """Return the same, or None to a reader who may not see pay."""
        return self._secrets.pay_rates() if self._journal.actor.may(READ_PAY) else None

    def set_pay_rate(self, member_id: int, from_day: date, hourly_cents: int) -> None:
        """Agree on cents an hour from a day on; needs the right to see pay."""
        self._secrets.set_pay_rate(member_id, from_day, hourly_cents)

    def remove_pay_rate(self, member_id: int, from_day: date) -> None:
        """Take back the pay rate that begins on a day; needs the right to see pay."""
        self._secrets.remove_pay_rate(member_id, from_day)

    def tax_id(self, member_id: int) -> str:
        """Return the tax id in clear; needs the right to see tax ids."""
        return self._secrets.tax_id(member_id)

    def masked_tax_id(self, member_id: int) -> str:
        """Return "•••-••-1234", or "" for none; for everybody."""
        return self._secrets.masked_tax_id(member_id)

    def set_tax_id(self, member_id: int, tax_id: str) -> None:
        """Keep a tax id, "" for none; needs the right to see tax ids."""
        self._secrets.set_tax_id(member_id, tax_id)

    # Leave

    def leave(self, first: date, last: date) -> list[Leave]:
        """Return all leave with a day from `first` to `last`."""
        return self._leave.between(first, last)

    def leave_of(self, member_id: int) -> list[Leave]:
        """Return all leave of one member."""
        return self._leave.of(member_id)

    def add_leave(self, draft: LeaveDraft) -> int:
        """Enter leave; return its id."""
        return self._leave.add(draft)

    def change_leave(self, leave_id: int, draft: LeaveDraft) -> None:
        """Move leave or give it other words."""
        self._leave.change(leave_id, draft)

    def remove_leave(self, leave_id: int) -> None:
        """Cancel leave."""
        self._leave.remove(leave_id)

    # Credentials

    def credential_kinds(self) -> list[CredentialKind]:
        """Return all kinds of credentials by name."""
        return self._kinds.all()

    def add_credential_kind(self, draft: CredentialKindDraft) -> int:
        """Add a kind of credential; return its id."""
        return self._kinds.add(draft)

    def change_credential_kind(self, kind_id: int, draft: CredentialKindDraft) -> None:
        """Give a kind another name or warning time, or other positions that need it."""
        self._kinds.change(kind_id, draft)

    def remove_credential_kind(self, kind_id: int) -> None:
        """Remove a kind of credential; refused while somebody holds one."""
        self._kinds.remove(kind_id)

    def credentials(self, member_id: int | None = None) -> list[Credential]:
        """Return all credentials, or those of one member, the soonest expiry first."""
        return self._credentials.all(member_id)

    def add_credential(self, draft: CredentialDraft) -> int:
        """Add a credential; return its id."""
        return self._credentials.add(draft)

    def change_credential(self, credential_id: int, draft: CredentialDraft) -> None:
        """Correct a credential."""
        self._credentials.change(credential_id, draft)

    def renew_credential(
        self,
        credential_id: int,
        expires: date,
        issued: date | None = None,
        number: str | None = None,
    ) -> int:
        """Add the successor of a credential and keep the old one; return the new id."""
        return self._credentials.renew(credential_id, expires, issued, number)

    def remove_credential(self, credential_id: int) -> None:
        """Remove a credential that was entered by mistake."""
        self._credentials.remove(credential_id)

    def standings(self, on: date | None = None) -> list[Standing]:
        """Return how all who work on a day (today) stand with what they need or have."""
        return self._credentials.standings(on or self._clock.today())
