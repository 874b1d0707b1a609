"""What makes an asset and an outage acceptable, and how an asset stands on a day."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from clinicmgr.equipment.records import Asset, AssetDraft, AssetStatus, Outage, OutageDraft
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import LARGEST
from clinicmgr.places.records import Room, Site
from clinicmgr.staff.records.days import day_text
from clinicmgr.staff.rules.words import check_day, name_given, same_word, unique

LONGEST_TAG = 24


def check_asset(draft: AssetDraft, others: Iterable[AssetDraft], rooms: Collection[int]) -> None:
    """Raise a UserError unless the asset has a tag of its own, a name and days in order."""
    tag = draft.tag.strip()
    if not tag or len(tag) > LONGEST_TAG or any(letter.isspace() for letter in tag):
        raise UserError(
            _("The tag is one to {count} letters or digits without spaces, such as E-014.").format(
                count=LONGEST_TAG
            ),
            field="tag",
        )
    unique(
        tag,
        (other.tag for other in others),
        sentence=_("Another asset has the tag {text}. Each needs its own."),
        field="tag",
    )
    name_given(draft.name, _("asset"))
    if draft.room_id is not None and draft.room_id not in rooms:
        raise UserError(_("There is no such room. Choose one of the practice."), field="room_id")
    if draft.cost_cents is not None and not 0 <= draft.cost_cents <= LARGEST:
        raise UserError(_("What it cost cannot be less than nothing."), field="cost_cents")
    _check_days(draft)


def _check_days(draft: AssetDraft) -> None:
    for field in ("purchased", "warranty_until", "retired"):
        check_day(getattr(draft, field), field=field)
    if draft.purchased is None:
        return
    bought = day_text(draft.purchased)
    if draft.warranty_until is not None and draft.warranty_until < draft.purchased:
        raise UserError(
            _("The warranty cannot end before the purchase on {day}.").format(day=bought),
            field="warranty_until",
        )
    if draft.retired is not None and draft.retired < draft.purchased:
        raise UserError(
            _("It cannot be retired before the purchase on {day}.").format(day=bought),
            field="retired",
        )


def after_purchase(day: date, asset: Asset, *, field: str) -> None:
    """Refuse a day on which the practice did not have the asset yet."""
    check_day(day, field=field)
    if asset.purchased is not None and day < asset.purchased:
        raise UserError(
            _("{day} is before the purchase of {asset} on {bought}.").format(
                day=day_text(day), asset=asset.title, bought=day_text(asset.purchased)
            ),
            field=field,
        )


def check_outage(draft: OutageDraft, asset: Asset, others: Iterable[Outage]) -> None:
    """Raise a UserError unless the outage has a reason and meets no other of the asset."""
    after_purchase(draft.first, asset, field="first")
    check_day(draft.back, field="back")
    if not draft.reason.strip():
        raise UserError(_("Say why it is out of service."), field="reason")
    if draft.back is not None and draft.back < draft.first:
        raise UserError(
            _("It cannot be back before it is out of service on {day}.").format(
                day=day_text(draft.first)
            ),
            field="back",
        )
    for other in others:
        begins_within = other.back is None or draft.first < other.back
        if begins_within and (draft.back is None or other.first < draft.back):
            raise UserError(
                _("{asset} is out of service since {day} already ({reason}).").format(
                    asset=asset.title, day=day_text(other.first), reason=other.reason
                ),
                field="first",
            )


def status_on(asset: Asset, outages: Iterable[Outage], day: date) -> AssetStatus:
    """How the asset stands on a day; outages of others are ignored."""
    if asset.is_retired(day):
        return AssetStatus.RETIRED
    if any(each.asset_id == asset.id and each.covers(day) for each in outages):
        return AssetStatus.OUT_OF_SERVICE
    return AssetStatus.IN_SERVICE


def by_tag(tag: str, assets: Iterable[Asset]) -> Asset | None:
    """Return the asset with this tag; capitals do not count."""
    wanted = same_word(tag)
    return next((each for each in assets if same_word(each.tag) == wanted), None)


def split_report(line: str, assets: Collection[Asset]) -> tuple[Asset | None, str]:
    """Take "E-014 leaks at the door" apart; None where the line begins with no known tag."""
    first, _space, rest = line.strip().partition(" ")
    asset = by_tag(first.rstrip(":,"), assets) if first else None
    return (asset, rest.strip()) if asset is not None else (None, line.strip())


def room_labels(rooms: Iterable[Room], sites: Iterable[Site]) -> dict[int, str]:
    """Return what to call each room: its name, with the site where several have the same."""
    codes = {site.id: site.code for site in sites}
    known = list(rooms)
    names = Counter(same_word(room.name) for room in known)
    return {
        room.id: room.name
        if names[same_word(room.name)] == 1
        else f"{room.name} ({codes.get(room.site_id, '')})"
        for room in known
    }
