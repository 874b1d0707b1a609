"""The list of what asks for attention, each said in a sentence."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from clinicmgr.equipment.records import Asset, DueItem, DueKind, Slot, Work
from clinicmgr.equipment.service.assets import Assets
from clinicmgr.equipment.service.outlook import Outlook
from clinicmgr.equipment.service.readings import work_points
from clinicmgr.equipment.service.work import WorkBook
from clinicmgr.kernel.domain import Due, Urgency, most_pressing
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import format_time
from clinicmgr.staff.records.days import day_text, short_day

MISSING_DAYS = 7  # how long a missing reading is worth a word: it can no longer be taken
WARRANTY_DAYS = 30
LONGEST_LEAD = 366
PAGE = "equipment"
_URGENCY = {
    DueKind.OUT_OF_LIMITS: Urgency.WRONG,
    DueKind.OUT_OF_SERVICE: Urgency.WRONG,
    DueKind.OVERDUE: Urgency.OVERDUE,
    DueKind.MISSING_READING: Urgency.OVERDUE,
    DueKind.FAULT: Urgency.TODAY,
    DueKind.DUE_SOON: Urgency.SOON,
    DueKind.WARRANTY: Urgency.SOON,
}
DAY = timedelta(days=1)


class Pressing:
    """What is overdue, due soon, broken, missing or about to end."""

    def __init__(self, journal: Journal, assets: Assets, work: WorkBook, outlook: Outlook) -> None:
        self._journal = journal
        self._assets = assets
        self._work = work
        self._outlook = outlook

    def items(self, on: date) -> list[DueItem]:
        """Return what asks for attention on a day, the most pressing first."""
        assets = {each.id: each for each in self._assets.all() if not each.is_retired(on)}
        opened = [each for each in self._work.open() if each.asset_id in assets]
        items = [
            *self._plans(on, {each.plan_id: each for each in opened if each.plan_id}),
            *self._work_items(on, opened, assets),
            *self._outages(on),
            *self._missing(on, assets),
            *_warranties(on, assets.values()),
        ]
        order = {kind: place for place, kind in enumerate(DueKind)}
        return sorted(items, key=lambda each: (order[each.kind], each.day, each.asset_id))

    def _plans(self, on: date, opened: dict[int, Work]) -> Iterator[DueItem]:
        for each in self._outlook.upcoming(on, on + timedelta(days=LONGEST_LEAD)):
            left = (each.day - on).days
            if each.is_projected or left > each.plan.lead_days:
                continue
            work = opened.get(each.plan.id)
            words = {"asset": each.asset.title, "title": each.plan.title, "day": day_text(each.day)}
            yield DueItem(
                DueKind.OVERDUE if left < 0 else DueKind.DUE_SOON,
                each.asset.id,
                each.day,
                _due_sentence(left).format(count=abs(left), **words),
                plan_id=each.plan.id,
                work_id=work.id if work else None,
            )

    def _work_items(
        self, on: date, opened: list[Work], assets: dict[int, Asset]
    ) -> Iterator[DueItem]:
        """Yield reported work; planned work stands on the list by its plan."""
        with self._journal.read() as db:
            points = work_points(db)
        for work in opened:
            if work.plan_id is not None:
                continue
            point = points.get(work.id)
            kind = DueKind.FAULT if point is None else DueKind.OUT_OF_LIMITS
            if work.due is not None and work.due < on:
                kind = DueKind.OVERDUE
            words = _("{asset}: {title} ({number}, reported {day}).")
            sentence = words.format(
                asset=assets[work.asset_id].title,
                title=work.title,
                number=work.number,
                day=short_day(work.reported),
            )
            yield DueItem(
                kind, work.asset_id, work.reported, sentence, work_id=work.id, point_id=point
            )

    def _outages(self, on: date) -> Iterator[DueItem]:
        for each in self._outlook.out_of_service(on, on):
            words = {
                "asset": each.asset.title,
                "day": day_text(each.first),
                "reason": each.reason.rstrip("."),
            }
            sentence = _("{asset} is out of service since {day}: {reason}.").format(**words)
            if each.last is not None:
                sentence += " " + _("Back on {day}.").format(day=short_day(each.last + DAY))
            yield DueItem(DueKind.OUT_OF_SERVICE, each.asset.id, each.first, sentence)

    def _missing(self, on: date, assets: dict[int, Asset]) -> Iterator[DueItem]:
        missed: dict[int, list[Slot]] = {}
        for slot in self._outlook.missing(on - timedelta(days=MISSING_DAYS), on):
            missed.setdefault(slot.point.id, []).append(slot)
        for slots in missed.values():
            last = slots[-1]
            asset = assets.get(last.point.asset_id)
            if asset is None:
                continue
            sentence = ngettext(
                "{asset}: {name} was not read on {day} at {time}.",
                "{asset}: {name} was not read {count} times in a week, last on {day} at {time}.",
                len(slots),
            ).format(
                asset=asset.title,
                name=last.point.name,
                count=len(slots),
                day=short_day(last.day),
                time=format_time(last.time),
            )
            yield DueItem(
                DueKind.MISSING_READING, asset.id, last.day, sentence, point_id=last.point.id
            )


def due(items: Iterable[DueItem], on: date) -> list[Due]:
    """Return the same list as the page of today has it, each with the tab where it is done."""
    return most_pressing([_due(item, on) for item in items])


def _due(item: DueItem, on: date) -> Due:
    urgency = _URGENCY[item.kind]
    if item.day == on and urgency is Urgency.SOON:
        urgency = Urgency.TODAY
    label = _("Due today") if (item.kind, item.day) == (DueKind.DUE_SOON, on) else item.kind.label
    ref = (item.asset_id, _tab(item))
    return Due(urgency, item.day, label, item.sentence, PAGE, ref)


def _tab(item: DueItem) -> str:
    if item.kind is DueKind.WARRANTY:
        return "asset"
    if item.kind is DueKind.MISSING_READING:
        return "readings"
    return "work" if item.plan_id is None else "plans"


def _due_sentence(left: int) -> str:
    if left == 0:
        return _("{asset}: {title} is due today.")
    if left < 0:
        return ngettext(
            "{asset}: {title} was due on {day}, {count} day ago.",
            "{asset}: {title} was due on {day}, {count} days ago.",
            -left,
        )
    return ngettext(
        "{asset}: {title} is due on {day}, in {count} day.",
        "{asset}: {title} is due on {day}, in {count} days.",
        left,
    )


def _warranties(on: date, assets: Iterable[Asset]) -> Iterator[DueItem]:
    for asset in assets:
        ends = asset.warranty_until
        if ends is None or not 0 <= (ends - on).days <= WARRANTY_DAYS:
            continue
        left = (ends - on).days
        sentence = ngettext(
            "The warranty of {asset} ends on {day}, in {count} day.",
            "The warranty of {asset} ends on {day}, in {count} days.",
            left,
        ).format(asset=asset.title, day=day_text(ends), count=left)
        yield DueItem(DueKind.WARRANTY, asset.id, ends, sentence)
