"""The licenses and cards of a person: how each stands, renewing, and what was before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.entry_list import Entry, EntryList, Verb
from clinicmgr.qtkit.entry_section import EntrySection
from clinicmgr.staff.gui.lines import STATUS_TONES
from clinicmgr.staff.records import (
    CREDENTIAL_FIELDS,
    Credential,
    CredentialDraft,
    CredentialKind,
    Standing,
)
from clinicmgr.staff.rules import is_required, standing
from clinicmgr.staff.service import Staff


class CredentialsTab(QWidget):
    """One entry for each kind that is needed or held; older ones stay as history."""

    def __init__(self, staff: Staff, desk: Desk, settings: ClinicSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._staff, self._desk, self._locale = staff, desk, settings.locale
        self._member_id = 0
        self.section = EntrySection(
            _("Credentials"), _("Add credential"), self._fields(), self._add, settings, self
        )
        self._earlier = labels.strong(_("Earlier"), self)
        self.history = EntryList(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        column.addSpacing(12)
        column.addWidget(self._earlier)
        column.addWidget(self.history)
        column.addStretch()

    def _fields(self) -> list[Field]:
        return [
            field.choosing(self._kinds) if field.name == "kind_id" else field
            for field in CREDENTIAL_FIELDS
            if field.name != "member_id"
        ]

    def _kinds(self) -> list[tuple[object, str]]:
        return [(each.id, each.name) for each in self._staff.credential_kinds()]

    @property
    def is_dirty(self) -> bool:
        """Whether a credential is half typed."""
        return self.section.is_dirty

    def let_go(self) -> None:
        """Close the form; what was typed is let go."""
        self.section.close_form()

    def show_record(self, member_id: int) -> None:
        """Show how this member stands; a half-typed entry of the same member stays."""
        if member_id != self._member_id:
            self._member_id = member_id
            self.let_go()
        self.section.form.set_choices("kind_id", self._kinds())
        member, own = self._staff.member(member_id), self._staff.credentials(member_id)
        today = self._desk.clock.today()
        kinds = self._staff.credential_kinds()
        standings = [
            (kind, standing(member, kind, own, today))
            for kind in kinds
            if is_required(member, kind) or any(each.kind_id == kind.id for each in own)
        ]
        self.section.show_entries(
            [self._entry(kind, each) for kind, each in standings], self._nothing(kinds)
        )
        names = {kind.id: kind.name for kind in kinds}
        self._show_history(own, standings, names)

    def _nothing(self, kinds: Sequence[CredentialKind]) -> str:
        if kinds:
            return _("The position needs none, and none is on record.")
        return _("Name the kinds of credentials in the practice setup first, such as CPR card.")

    def _show_history(
        self,
        own: Sequence[Credential],
        standings: Sequence[tuple[CredentialKind, Standing]],
        names: Mapping[int, str],
    ) -> None:
        current = {each.credential.id for _kind, each in standings if each.credential}
        older = [each for each in reversed(own) if each.id not in current]
        self._earlier.setVisible(bool(older))
        self.history.show_entries([self._old(each, names[each.kind_id]) for each in older])

    def _entry(self, kind: CredentialKind, stands: Standing) -> Entry:
        held = stands.credential
        pill = (stands.status.label, STATUS_TONES[stands.status])
        if held is None:
            add = Verb("add", _("Add"), lambda: self._open_missing(kind))
            return Entry(kind.name, _("Needed by the position; none on record"), pill, (add,))
        return Entry(
            kind.name,
            self._about(held),
            pill,
            (
                Verb("refresh", _("Renew"), lambda: self._open_renewal(kind, held)),
                Verb("edit", _("Change"), lambda: self._open(held)),
                Verb("trash", _("Remove"), lambda: self._remove(held)),
            ),
        )

    def _old(self, held: Credential, name: str) -> Entry:
        remove = Verb("trash", _("Remove"), lambda: self._remove(held))
        return Entry(name, self._about(held), verbs=(remove,), faint=True)

    def _about(self, held: Credential) -> str:
        until = _("until {day}").format(day=format_day(held.expires, "short", self._locale))
        number = _("no. {number}").format(number=held.number) if held.number else ""
        return ", ".join(part for part in (until, number) if part)

    # Verbs

    def _add(self, values: Mapping[str, Any]) -> None:
        self._staff.add_credential(self._draft(values))
        self._desk.toast(_("Credential added"), undo=True)

    def _open_missing(self, kind: CredentialKind) -> None:
        self.section.open_new({"kind_id": kind.id})
        self.section.form.focus_field("expires")

    def _open(self, held: Credential) -> None:
        values = {name: getattr(held, name) for name in ("kind_id", "number", "issued", "expires")}
        self.section.form.editor("kind_id").setEnabled(True)
        self.section.open_form(
            _("Change credential"), values, lambda typed: self._change(held.id, typed)
        )

    def _change(self, credential_id: int, values: Mapping[str, Any]) -> None:
        self._staff.change_credential(credential_id, self._draft(values))
        self._desk.toast(_("Credential changed"), undo=True)

    def _open_renewal(self, kind: CredentialKind, held: Credential) -> None:
        self.section.open_form(
            _("Renew {kind}").format(kind=kind.name),
            {"kind_id": kind.id, "number": held.number, "issued": self._desk.clock.today()},
            lambda typed: self._renew(held.id, typed),
        )
        self.section.form.editor("kind_id").setEnabled(False)
        self.section.form.focus_field("expires")

    def _renew(self, credential_id: int, values: Mapping[str, Any]) -> None:
        self._staff.renew_credential(
            credential_id, values["expires"], values["issued"], values["number"]
        )
        self._desk.toast(_("Renewed; the old one stays below"), undo=True)

    def _remove(self, held: Credential) -> None:
        if self._desk.attempt(lambda: self._staff.remove_credential(held.id)):
            self._desk.toast(_("Credential removed"), undo=True)

    def _draft(self, values: Mapping[str, Any]) -> CredentialDraft:
        return CredentialDraft(
            self._member_id,
            values["kind_id"],
            values["expires"],
            values["issued"],
            values["number"],
        )
