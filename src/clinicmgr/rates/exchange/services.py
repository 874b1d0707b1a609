"""Services from a file, such as the list that the practice licensed itself."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from clinicmgr.exchange import ImportPlan, PlannedRow, carry_out, plan_file
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import ngettext
from clinicmgr.rates import rules
from clinicmgr.rates.records import SERVICE_FIELDS, Service, ServiceDraft
from clinicmgr.rates.service import Rates


class ServiceImporter:
    """Adds services and gives those on record other words, in one change."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates
        services = rates.services()
        self._by_code = {(each.code, each.modifier): each for each in services}
        self._by_id: dict[int, Service] = {each.id: each for each in services}

    @property
    def fields(self) -> Sequence[Field]:
        """The columns of a file of services."""
        return SERVICE_FIELDS

    def draft(self, **values: object) -> ServiceDraft:
        """Return the service with those values."""
        return _tidy(ServiceDraft(**values))  # type: ignore[arg-type]  # each by its field

    def key(self, draft: ServiceDraft) -> Hashable:
        """Return the code: it stands once in a file."""
        return draft.code, draft.modifier

    def match(self, draft: ServiceDraft) -> int | None:
        """Return the service of that code."""
        known = self._by_code.get((draft.code, draft.modifier))
        return None if known is None else known.id

    def current(self, record_id: int) -> ServiceDraft:
        """Return it as it is on record."""
        return self._by_id[record_id].draft()

    def check(self, draft: ServiceDraft) -> Iterable[UserError]:
        """Yield what is wrong with one line."""
        try:
            rules.check_service(_tidy(draft), ())
        except UserError as error:
            yield error

    def check_all(
        self, rows: Sequence[PlannedRow[ServiceDraft]]
    ) -> Iterable[tuple[int, UserError]]:
        """Yield nothing: services do not depend on each other."""
        return ()

    def apply(
        self, new: Sequence[ServiceDraft], changed: Sequence[tuple[int, ServiceDraft]]
    ) -> None:
        """Write all services in one change."""
        count = len(new) + len(changed)
        title = ngettext("Import {count} service", "Import {count} services", count)
        self._rates.set_services(new, dict(changed), title.format(count=count))


def _tidy(draft: ServiceDraft) -> ServiceDraft:
    return replace(
        draft, code=rules.tidy_code(draft.code), modifier=rules.tidy_code(draft.modifier)
    )


def plan_services(rates: Rates, path: Path, locale: str = "en_US") -> ImportPlan[ServiceDraft]:
    """Return what importing the file would do, with every error in it; writes nothing."""
    return plan_file(path, ServiceImporter(rates), locale)


def import_services(
    rates: Rates, path: Path, locale: str = "en_US", *, dry_run: bool = False
) -> ImportPlan[ServiceDraft]:
    """Add and change the services of a file in one change, and return what was done."""
    return carry_out(plan_services(rates, path, locale), ServiceImporter(rates), dry_run=dry_run)
