"""One person's record beside the list: person, terms, leave, credentials."""

from __future__ import annotations

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.record_panel import RecordPanel
from clinicmgr.staff.gui.credentials_tab import CredentialsTab
from clinicmgr.staff.gui.leave_tab import LeaveTab
from clinicmgr.staff.gui.person_tab import PersonTab
from clinicmgr.staff.gui.terms_tab import TermsTab
from clinicmgr.staff.records import StaffDraft
from clinicmgr.staff.service import Staff


class MemberPanel(RecordPanel):
    """Reads and changes one member."""

    def __init__(self, staff: Staff, desk: Desk, settings: ClinicSettings) -> None:
        super().__init__(desk)
        self._staff = staff
        person = PersonTab(staff, desk, settings, self)
        self.tax_id = person.tax_id
        self.terms = TermsTab(staff, desk, settings, self)
        self.leave = LeaveTab(staff, desk, settings, self)
        self.credentials = CredentialsTab(staff, desk, settings, self)
        self.set_parts(
            person.form,
            ("person", _("Person"), person),
            ("terms", _("Terms"), self.terms),
            ("leave", _("Leave"), self.leave),
            ("credentials", _("Credentials"), self.credentials),
        )

    def change(self, record_id: int, draft: StaffDraft) -> str:
        """Keep what is typed of the person."""
        self._staff.change(record_id, draft)
        return draft.name
