"""What the demo practice charges: services, five payers, three years of fees, Medicare's amounts.

The codes are HCPCS Level II, which are public, and the practice's own; the words are our own.
Medicare's relative values here are made up in the size of real ones, so that nothing of CMS or of
the American Medical Association is shipped; the manager imports the real files.
"""

from datetime import date
from decimal import Decimal

from clinicmgr.demo.scene import Scene
from clinicmgr.rates.records import (
    FeeScheduleDraft,
    Home,
    IndexSetDraft,
    LocalityDraft,
    PayerDraft,
    PayerKind,
    Recipe,
    ReleaseDraft,
    Rounding,
    ServiceDraft,
    Track,
)
from clinicmgr.rates.service import Rates

# code, words, minutes, category, fee in dollars, and units: work, office, facility, malpractice
SERVICES = (
    ("OV-10", "Office visit 10 min", 10, "Visits", 75, None),
    ("OV-20", "Office visit 20 min", 20, "Visits", 125, None),
    ("OV-30", "Office visit 30 min", 30, "Visits", 178, None),
    ("OV-40", "Office visit 40 min", 40, "Visits", 236, None),
    ("NP-30", "New patient 30 min", 30, "Visits", 190, None),
    ("NP-45", "New patient 45 min", 45, "Visits", 268, None),
    ("TH-15", "Video visit 15 min", 15, "Visits", 82, None),
    ("G0402", "Welcome to Medicare visit", 40, "Prevention", 235, "2.60 2.25 1.05 0.18"),
    ("G0438", "Annual wellness visit, first", 40, "Prevention", 210, "2.60 2.28 1.05 0.17"),
    ("G0439", "Annual wellness visit, later", 30, "Prevention", 165, "1.92 1.93 0.78 0.13"),
    ("G0101", "Pelvic and breast exam", 15, "Prevention", 62, "0.45 0.66 0.30 0.06"),
    ("G0102", "Prostate exam", 10, "Prevention", 31, "0.18 0.50 0.07 0.01"),
    ("G0444", "Depression screening, 15 min", 15, "Prevention", 24, "0.18 0.37 0.07 0.01"),
    ("G0442", "Alcohol screening, 15 min", 15, "Prevention", 22, "0.18 0.37 0.07 0.01"),
    ("G0446", "Heart counseling, 15 min", 15, "Prevention", 34, "0.45 0.33 0.18 0.03"),
    ("G0447", "Obesity counseling, 15 min", 15, "Prevention", 33, "0.45 0.30 0.18 0.03"),
    ("G0108", "Diabetes training, 30 min", 30, "Prevention", 58, "0.90 0.68 0.68 0.04"),
    ("Q0091", "Pap smear sample", 10, "Prevention", 48, "0.37 0.97 0.15 0.04"),
    ("G0008", "Flu shot, giving it", 5, "Vaccines", 32, None),
    ("G0009", "Pneumonia shot, giving it", 5, "Vaccines", 32, None),
    ("G0010", "Hepatitis B shot, giving it", 5, "Vaccines", 32, None),
    ("VX-FLU", "Flu vaccine", None, "Vaccines", 34, None),
    ("VX-TET", "Tetanus vaccine", None, "Vaccines", 48, None),
    ("LB-GLU", "Glucose, finger stick", 5, "Laboratory", 14, None),
    ("LB-STR", "Strep test, quick", 10, "Laboratory", 36, None),
    ("LB-URI", "Urine test strip", 5, "Laboratory", 12, None),
    ("G0328", "Stool blood test, kit", 5, "Laboratory", 28, None),
    ("LB-DRW", "Blood draw", 5, "Laboratory", 18, None),
    ("PR-SUT", "Stitches, small wound", 30, "Procedures", 245, None),
    ("PR-EAR", "Ear wash", 15, "Procedures", 68, None),
    ("PR-BIO", "Skin biopsy", 30, "Procedures", 198, None),
    ("PR-INJ", "Joint injection", 20, "Procedures", 142, None),
    ("G0168", "Wound closure with glue", 15, "Procedures", 96, "0.31 2.53 0.22 0.05"),
    ("G0127", "Nail trimming", 10, "Procedures", 28, "0.17 0.55 0.04 0.01"),
    ("XR-CHT", "Chest X-ray, two views", 15, "Imaging", 92, None),
    ("XR-ANK", "Ankle X-ray, three views", 15, "Imaging", 78, None),
    ("EKG-12", "EKG, twelve leads", 15, "Imaging", 58, None),
    ("G0506", "Care plan, chronic illness", 20, "Care management", 78, "0.87 0.86 0.35 0.06"),
    ("G2211", "Lasting care, added to a visit", None, "Care management", 19,
     "0.33 0.13 0.13 0.02"),
    ("FORM-1", "School or work form", 10, "Other", 25, None),
    ("REC-CP", "Copy of the record", 10, "Other", 20, None),
    ("NOSHOW", "Missed visit", None, "Other", 40, None),
)  # fmt: skip
# name, kind, percent of our fee, and codes that it pays better than we charge
PAYERS: tuple[tuple[str, PayerKind, str, dict[str, float]], ...] = (
    ("North Shore Health Plan", PayerKind.INSURER, "88", {"G0439": 1.09, "OV-30": 1.06}),
    ("Blue Harbor", PayerKind.INSURER, "91", {"PR-BIO": 1.14, "OV-20": 1.04, "G0438": 1.05}),
    ("Iron Range Mutual", PayerKind.INSURER, "79", {"XR-CHT": 1.03}),
    ("State Medicaid", PayerKind.INSURER, "61", {}),
)
LOCALITY = LocalityDraft(
    "MN", "00", "MINNESOTA", "06202", Decimal("1.0"), Decimal("1.02"), Decimal("0.325")
)
FACTORS = (Decimal("33.2875"), Decimal("32.3465"), Decimal("33.4009"))


def add(scene: Scene) -> None:
    """Keep three years of fees: a list of our own, raised each January, and what payers agreed."""
    rates = scene.clinic.rates
    scene.set_clock(scene.beginning)
    ids = rates.add_services(
        [ServiceDraft(code, "", words, minutes, category)
         for code, words, minutes, category, _fee, _units in SERVICES]
    )  # fmt: skip
    fees = {id_: line[4] * 100 for id_, line in zip(ids, SERVICES, strict=True)}
    own = rates.set_own_prices(scene.beginning, dict(fees))
    _agree(scene, rates, fees)
    for year in range(scene.beginning.year + 1, scene.today.year + 1):
        january = date(year, 1, 1)
        if scene.beginning < january <= scene.today:
            scene.set_clock(date(year - 1, 12, 1))
            recipe = Recipe(own, january, own, Decimal("102.5"), Rounding.DOLLAR)
            rates.build_version(recipe)
    _import_medicare(scene, rates)


def _agree(scene: Scene, rates: Rates, fees: dict[int, int]) -> None:
    """Each payer pays a share of the first fees; some codes better than we charge."""
    codes = {each.code: each.id for each in rates.services()}
    for name, kind, percent, better in PAYERS:
        payer = rates.add_payer(PayerDraft(name, kind))
        schedule = rates.add_schedule(FeeScheduleDraft(name, payer))
        prices: dict[int, int | None] = {}
        for service, cents in fees.items():
            share = Decimal(percent) if cents > 2500 else Decimal(100)
            prices[service] = int(cents * share / 100)
        for code, factor in better.items():
            prices[codes[code]] = round(fees[codes[code]] * factor * 1.06)
        del prices[codes["NOSHOW"]]
        rates.set_prices(schedule, scene.beginning, prices, "Contract")
    rates.add_payer(PayerDraft("Medicare", PayerKind.MEDICARE))
    self_pay = rates.add_payer(PayerDraft("Self-pay", PayerKind.SELF_PAY))
    schedule = rates.add_schedule(FeeScheduleDraft("Self-pay discount", self_pay))
    own = rates.own_schedule()
    rates.build_version(
        Recipe(schedule, scene.beginning, own.id if own else None, Decimal(80), Rounding.DOLLAR)
    )


def _import_medicare(scene: Scene, rates: Rates) -> None:
    lines = tuple(
        (code, "", words, "A", *units.split(), "", "")
        for code, words, _minutes, _category, _fee, units in SERVICES
        if units
    )
    for number, factor in enumerate(FACTORS):
        year = scene.today.year - len(FACTORS) + 1 + number
        first = date(year, 1, 1)
        scene.set_clock(max(first, scene.beginning))
        name = f"{year} made up for the demo"
        rates.keep_release(ReleaseDraft(name, first, Track.ALL, factor, "demo", lines))
        rates.keep_index_set(IndexSetDraft(str(year), first, "demo", (LOCALITY,)))
    rates.set_home(Home(LOCALITY.key))
