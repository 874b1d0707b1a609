"""Services: what can be billed."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import existing, overwrite, unless_used
from clinicmgr.rates import rules
from clinicmgr.rates.records import EDIT_SERVICES, Service, ServiceDraft
from clinicmgr.rates.tables import ServiceRow

_SERVICE = (
    ServiceRow.id,
    ServiceRow.code,
    ServiceRow.modifier,
    ServiceRow.description,
    ServiceRow.minutes,
    ServiceRow.category,
    ServiceRow.first,
    ServiceRow.last,
)


class Services:
    """The list of services."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def all(self, on: date | None = None) -> list[Service]:
        """Return all services by code, or those that may be billed on a day."""
        with self._journal.read() as db:
            order = (ServiceRow.code, ServiceRow.modifier)
            found = [Service(*row) for row in db.execute(select(*_SERVICE).order_by(*order))]
        return [each for each in found if on is None or each.active_on(on)]

    def one(self, service_id: int) -> Service:
        """Return a service."""
        with self._journal.read() as db:
            return record(existing(db, ServiceRow, service_id))

    def categories(self) -> list[str]:
        """Return the categories in use."""
        with self._journal.read() as db:
            words = db.scalars(select(ServiceRow.category).distinct().order_by(ServiceRow.category))
            return [word for word in words if word]

    def add(self, drafts: Sequence[ServiceDraft], title: str | None = None) -> list[int]:
        """Add services in one change; return their ids in the same order."""
        tidy = [_tidy(draft) for draft in drafts]
        _check_all(tidy, self.all())
        if title is None:
            title = _title(tidy)
        with self._journal.change(title, EDIT_SERVICES) as db:
            ids = db.scalars(
                insert(ServiceRow).returning(ServiceRow.id, sort_by_parameter_order=True),
                [asdict(draft) for draft in tidy],
            )
            return list(ids)

    def change(self, service_id: int, draft: ServiceDraft) -> None:
        """Give a service other words."""
        tidy = _tidy(draft)
        rules.check_service(tidy, [each for each in self.all() if each.id != service_id])
        title = _("Change service {code}").format(code=tidy.code)
        with self._journal.change(title, EDIT_SERVICES) as db:
            overwrite(existing(db, ServiceRow, service_id), asdict(tidy))

    def set(
        self, new: Sequence[ServiceDraft], changed: Mapping[int, ServiceDraft], title: str
    ) -> None:
        """Add services and give others other words, in one change."""
        with self._journal.change(title, EDIT_SERVICES) as db:
            if new:
                self.add(new, title)
            rows = {row.id: row for row in db.scalars(select(ServiceRow))}
            for service_id, draft in changed.items():
                tidy = _tidy(draft)
                rules.check_service(tidy, ())
                overwrite(rows[service_id], asdict(tidy))

    def remove(self, service_id: int) -> None:
        """Remove a service that never had a price."""
        name = self.one(service_id).name
        sentence = _(
            "{code} has prices. Give it a last day instead, so that earlier prices stay."
        ).format(code=name)
        with (
            unless_used(sentence),
            self._journal.change(_("Remove service {code}").format(code=name), EDIT_SERVICES) as db,
        ):
            db.delete(existing(db, ServiceRow, service_id))


def record(row: ServiceRow) -> Service:
    """Return a row as others see it."""
    return Service(
        row.id,
        row.code,
        row.modifier,
        row.description,
        row.minutes,
        row.category,
        row.first,
        row.last,
    )


def with_code(db: Session, code: str, modifier: str) -> Service | None:
    """Return the service of that code and modifier, or the one without a modifier."""
    rows = db.scalars(
        select(ServiceRow).where(ServiceRow.code == code, ServiceRow.modifier.in_((modifier, "")))
    ).all()
    found = {row.modifier: row for row in rows}
    row = found.get(modifier) or found.get("")
    return None if row is None else record(row)


def _tidy(draft: ServiceDraft) -> ServiceDraft:
    return replace(
        draft,
        code=rules.tidy_code(draft.code),
        modifier=rules.tidy_code(draft.modifier),
        description=" ".join(draft.description.split()),
        category=" ".join(draft.category.split()),
    )


def _check_all(drafts: Sequence[ServiceDraft], known: Sequence[Service]) -> None:
    taken = {(each.code, each.modifier): each for each in known}
    seen: set[tuple[str, str]] = set()
    for draft in drafts:
        key = (draft.code, draft.modifier)
        rules.check_service(draft, [taken[key]] if key in taken else [])
        if key in seen:
            raise UserError(_("{code} is in the list twice.").format(code=draft.code), field="code")
        seen.add(key)


def _title(drafts: Sequence[ServiceDraft]) -> str:
    if len(drafts) == 1:
        return _("Add service {code}").format(code=drafts[0].code)
    return ngettext("Add {count} service", "Add {count} services", len(drafts)).format(
        count=len(drafts)
    )
