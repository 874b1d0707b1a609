"""Questions before somebody leaves the list: the end of employment, and removing a record."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _, ngettext
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.dialog import Dialog
from clinicmgr.qtkit.form import Form
from clinicmgr.staff.service import Staff

_LAST_DAY = Field("ended", N_("Last day of work"), "day", required=True)


def ask_end(
    staff: Staff, desk: Desk, settings: ClinicSettings, member_id: int, parent: QWidget
) -> Dialog:
    """Ask for the last day of work, and say what that means."""
    member = staff.member(member_id)

    def end() -> None:
        staff.end_employment(member_id, form.values()["ended"])
        desk.toast(_("Ended the employment of {name}").format(name=member.name), undo=True)

    title = _("End the employment of {name}").format(name=member.name)
    asked = Dialog(title, _("End employment"), end, kind="danger", parent=parent.window())
    words = labels.paragraph(
        _(
            "The record with leave, pay and credentials stays. After the last day {name} is no "
            "longer offered for shifts; shifts planned later stay and show as problems on the "
            "schedule, so that somebody else can take them."
        ).format(name=member.first_name),
        asked,
    )
    words.setMinimumWidth(372)
    form = Form([_LAST_DAY], locale=settings.locale, parent=asked)
    form.set_values({"ended": member.ended or desk.clock.today()})
    form.submitted.connect(asked.accept)
    asked.refused = form.show_error
    asked.body.addWidget(words)
    asked.body.addWidget(form)
    asked.open()
    form.focus_field()
    return asked


def ask_remove(staff: Staff, desk: Desk, member_id: int) -> Dialog:
    """Ask whether the record is to go, and name what goes with it."""
    member = staff.member(member_id)
    leave, cards = len(staff.leave_of(member_id)), len(staff.credentials(member_id))
    entries = ngettext("{count} leave entry", "{count} leave entries", leave).format(count=leave)
    held = ngettext("{count} credential", "{count} credentials", cards).format(count=cards)
    sentence = _(
        "This takes away the whole record: hours, pay, {entries} and {held}. It is meant for "
        "records made by mistake; for somebody who leaves, end the employment and the record "
        "stays. Undo brings everything back."
    ).format(entries=entries, held=held)

    def remove() -> None:
        staff.remove(member_id)
        desk.toast(_("Removed {name}").format(name=member.name), undo=True)

    question = _("Remove {name}?").format(name=member.name)
    return desk.confirm(question, sentence, _("Remove record"), remove, danger=True)
