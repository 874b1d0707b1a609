"""Finding service lines and payer classes by their words."""

from clinicmgr.activity.records import PayerClass, ServiceLine
from clinicmgr.activity.tables import LineRow, PayerClassRow
from clinicmgr.kernel.domain import Hit
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.search import find_rows

PAGE = "activity"


def find(
    journal: Journal, text: str, lines: list[ServiceLine], classes: list[PayerClass]
) -> list[Hit]:
    """Return a hit for each line and class that holds every word; `ref` is (part, id)."""
    with journal.read() as db:
        line_ids = find_rows(db, LineRow.__tablename__, text)
        class_ids = find_rows(db, PayerClassRow.__tablename__, text)
    lines_by_id = {each.id: each for each in lines}
    classes_by_id = {each.id: each for each in classes}
    found = [
        Hit(PAGE, ("lines", each), lines_by_id[each].name, _("Service line"), PAGE, PAGE)
        for each in line_ids
    ]
    return found + [
        Hit(PAGE, ("classes", each), classes_by_id[each].name, _("Payer class"), PAGE, PAGE)
        for each in class_ids
    ]
