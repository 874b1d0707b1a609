"""Whoever may look at the history does not read pay or tax ids in it."""

from datetime import date

from clinicmgr.clinic import Clinic
from clinicmgr.staff.records import StaffDraft


def test_pay_and_tax_ids_are_dots_in_the_history(clinic: Clinic) -> None:
    ana = clinic.staff.hire(StaffDraft("Ana", "Ruiz", date(2026, 1, 5)))
    clinic.staff.set_pay_rate(ana, date(2026, 1, 5), 2450)
    clinic.staff.set_tax_id(ana, "123-45-6789")
    seen = [
        clinic.journal.details(entry.id)
        for entry in clinic.journal.history(limit=2, domain="staff")
    ]
    images = [row.after for rows in seen for row in rows]
    assert [image for image in images if image is None] == []
    assert "2450" not in str(images)
    assert "6789" not in str(images)
    clinic.journal.undo()
    clinic.journal.undo()
    clinic.journal.redo()
    assert clinic.staff.pay_rates()[ana].on(date(2026, 2, 1)) == 2450
