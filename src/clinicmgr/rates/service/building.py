"""Making a version from another by percent, or from Medicare by a multiple, with a preview."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.rates import rules
from clinicmgr.rates.records import Begun, Preview, PriceChange, Recipe, Service, Version
from clinicmgr.rates.rules.medicare import plain
from clinicmgr.rates.service.medicare import Medicare
from clinicmgr.rates.service.prices import Prices
from clinicmgr.rates.service.schedules import Schedules
from clinicmgr.rates.service.services import Services


class Building:
    """Says what a recipe would do, and does it."""

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        services: Services,
        schedules: Schedules,
        prices: Prices,
        medicare: Medicare,
    ) -> None:
        self._journal, self._clock = journal, clock
        self._services, self._schedules = services, schedules
        self._prices, self._medicare = prices, medicare

    def preview(self, recipe: Recipe) -> Preview:
        """Return every price that would change; UserError where the recipe cannot be used."""
        versions = self._schedules.versions_of(recipe.schedule_id)
        taken = next((day for day, _each in versions.entries if day == recipe.from_day), None)
        rules.check_recipe(recipe, self._clock.today(), taken)
        before = self._prices.on(recipe.schedule_id, recipe.from_day)
        services = self._services.all(recipe.from_day)
        base = self._base(recipe, services)
        changes: list[PriceChange] = []
        missing: list[str] = []
        unchanged = 0
        for service in services:
            if recipe.category and service.category != recipe.category:
                continue
            old = before.get(service.id)
            if service.id not in base:
                missing.append(service.name)
                continue
            new = rules.share_of(base[service.id], recipe.percent, recipe.rounding)
            unchanged += new == old
            if new != old:
                changes.append(_change(service, old, new))
        return Preview(recipe, self._basis(recipe), tuple(changes), unchanged, tuple(missing))

    def build(self, recipe: Recipe) -> int:
        """Begin the version that was previewed, in one change; return its id."""
        preview = self.preview(recipe)
        if not preview.changes:
            raise UserError(_("No price would change. Choose another percentage or base."))
        schedule = self._schedules.one(recipe.schedule_id)
        prices: dict[int, int | None] = dict(self._prices.on(recipe.schedule_id, recipe.from_day))
        prices.update({each.service_id: each.after for each in preview.changes})
        return self._prices.begin(schedule, recipe.from_day, preview.basis, prices)

    def begun(self, first: date, last: date) -> list[Begun]:
        """Return the versions that began in these days with what they changed, by day."""
        schedules = {each.id: each for each in self._schedules.all()}
        services = {each.id: each for each in self._services.all()}
        found = [
            Begun(schedules[schedule_id], version, self._differences(version, services))
            for schedule_id, versions in self._schedules.versions().items()
            for day, version in versions.entries
            if first <= day <= last
        ]
        return sorted(found, key=lambda each: (each.version.from_day, each.schedule.id))

    def _differences(
        self, version: Version, services: Mapping[int, Service]
    ) -> tuple[PriceChange, ...]:
        after = self._prices.on(version.schedule_id, version.from_day)
        before = self._prices.on(version.schedule_id, version.from_day - timedelta(days=1))
        return tuple(
            _change(service, before.get(service_id), after.get(service_id))
            for service_id, service in services.items()
            if before.get(service_id) != after.get(service_id)
        )

    def _base(self, recipe: Recipe, services: list[Service]) -> Mapping[int, int]:
        if recipe.base_id is not None:
            return self._prices.on(recipe.base_id, recipe.from_day)
        return self._medicare.here(services, recipe.from_day)

    def _basis(self, recipe: Recipe) -> str:
        words: dict[str, object] = {
            "percent": plain(Decimal(recipe.percent)),
            "rounding": recipe.rounding.label.lower(),
        }
        if recipe.base_id is not None:
            name = self._schedules.one(recipe.base_id).name
            text = _("{percent} % of {base}, rounded to {rounding}")
            return text.format(base=name, **words)
        release = self._medicare.release_on(recipe.from_day)
        where = self._medicare.home().locality or _("national")
        text = _("{percent} % of Medicare {release} ({place}), rounded to {rounding}")
        return text.format(release=release.name if release else "", place=where, **words)


def _change(service: Service, before: int | None, after: int | None) -> PriceChange:
    return PriceChange(
        service.id, service.code, service.modifier, service.description, before, after
    )
