"""The equipment of the demo practice, its plans, its readings and what broke so far."""

from dataclasses import dataclass

from clinicmgr.equipment.records import Basis, Unit, WorkKind


@dataclass(frozen=True, slots=True)
class AssetPart:
    """One asset; `age` is days before the records begin, `warranty` and `retired` from today."""

    tag: str
    name: str
    category: str
    make: str
    model: str
    serial: str
    room: str
    dollars: int
    age: int = 200
    warranty: int | None = None
    vendor: str = ""
    retired: int = 0


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One plan; it begins so many days after the records do."""

    tag: str
    title: str
    begins: int
    every: int
    unit: Unit
    who: str = ""
    vendor: str = ""
    basis: Basis = Basis.CALENDAR
    kind: WorkKind = WorkKind.MAINTENANCE
    minutes: int = 15
    dollars: int = 0
    lead_days: int = 14
    steps: tuple[str, ...] = ()
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class PointPart:
    """One point with the value it usually shows, in its smallest step."""

    tag: str
    name: str
    unit: str
    decimals: int
    low: int
    high: int
    times: tuple[int, ...]
    usual: int
    spread: int
    by: str


NORTH = "North Shore Biomedical, (218) 555-0170"
FIRE = "Twin Ports Fire Safety, (218) 555-0188"

ASSETS = (
    AssetPart("E-001", "Vaccine fridge", "Cold storage", "Helmer", "GX HPR125", "2041177", "LB",
              6400, 260, vendor=NORTH),
    AssetPart("E-002", "Vaccine freezer", "Cold storage", "Helmer", "GX HPF104", "2041203", "LB",
              5900, 260, vendor=NORTH),
    AssetPart("E-003", "Autoclave", "Sterilization", "Tuttnauer", "EZ11 Plus", "T1108452", "PX",
              8900, 700, vendor=NORTH),
    AssetPart("E-004", "Centrifuge", "Laboratory", "Drucker", "642E", "DC64-881", "LB", 1450, 900),
    AssetPart("E-005", "Hematology analyzer", "Laboratory", "Sysmex", "XW-100", "XW-7713", "LB",
              11800, 120, 20, NORTH),
    AssetPart("E-006", "Microscope", "Laboratory", "Olympus", "CX23", "CX-50931", "LB", 1900, 1400),
    AssetPart("E-007", "AED", "Emergency", "ZOLL", "AED Plus", "X19F4471", "FD", 1750, 400),
    AssetPart("E-008", "Electrosurgical unit", "Procedures", "Bovie", "A1250S", "BV-33120", "PX",
              2300, 800),
    AssetPart("E-009", "ECG", "Diagnostics", "Welch Allyn", "CP 150", "WA-150-7", "X1", 3200, 500),
    AssetPart("E-010", "Exam light", "Procedures", "Midmark", "253", "MM-253-18", "PX", 2600, 1500),
    AssetPart("E-011", "Vital signs monitor", "Diagnostics", "Welch Allyn", "Connex 6700",
              "CVSM-2211", "X1", 3900, 300, vendor=NORTH),
    AssetPart("E-012", "Vital signs monitor", "Diagnostics", "Welch Allyn", "Connex 6700",
              "CVSM-2212", "X2", 3900, 300, vendor=NORTH),
    AssetPart("E-013", "Wall otoscope set", "Diagnostics", "Welch Allyn", "777", "WA-777-4", "X3",
              980, 1100),
    AssetPart("E-014", "Vaccine fridge", "Cold storage", "Accucold", "ARG3PV", "ACC-90017", "H1",
              1800, 30, vendor=NORTH),
    AssetPart("E-015", "Vital signs monitor", "Diagnostics", "Welch Allyn", "Connex 6700",
              "CVSM-3105", "H1", 3900, 60, vendor=NORTH),
    AssetPart("E-016", "Ultrasound", "Diagnostics", "GE HealthCare", "LOGIQ V2", "LV2-6620", "H2",
              17500, 45, 410, NORTH),
    AssetPart("E-017", "Scale", "Diagnostics", "Seca", "703", "SC-1180", "X1", 640, 2900,
              retired=140),
    AssetPart("F-001", "Fire extinguisher", "Safety", "Amerex", "B500", "AX-771", "FD", 90, 1000),
    AssetPart("F-002", "Fire extinguisher", "Safety", "Amerex", "B500", "AX-772", "HD", 90, 1000),
    AssetPart("F-003", "Eyewash station", "Safety", "Guardian", "G1814", "", "LB", 420, 1000),
)  # fmt: skip

MONTHS, WEEKS, YEARS = Unit.MONTHS, Unit.WEEKS, Unit.YEARS
CAL, LOOK = WorkKind.CALIBRATION, WorkKind.INSPECTION
PLANS = (
    PlanPart("E-001", "Thermometer calibration", 40, 1, YEARS, "", NORTH, kind=CAL, minutes=30,
             dollars=140, lead_days=30),
    PlanPart("E-001", "Alarm test and condenser cleaning", 20, 3, MONTHS, "Rahman",
             steps=("Door alarm sounds", "High alarm sounds", "Condenser is clean")),
    PlanPart("E-002", "Thermometer calibration", 40, 1, YEARS, "", NORTH, kind=CAL, minutes=30,
             dollars=140, lead_days=30),
    PlanPart("E-002", "Defrost", 75, 6, MONTHS, "Rahman", basis=Basis.COMPLETION, minutes=90),
    PlanPart("E-003", "Spore test", 0, 1, WEEKS, "Delgado", kind=LOOK, lead_days=2, minutes=10,
             steps=("Test strip in the load", "Control strip turned", "Test strip did not turn")),
    PlanPart("E-003", "Chamber cleaning", 25, 3, MONTHS, "Delgado", minutes=40),
    PlanPart("E-003", "Validation", 110, 1, YEARS, "", NORTH, kind=CAL, minutes=120, dollars=480,
             lead_days=30),
    PlanPart("E-004", "Speed and timer check", 150, 1, YEARS, "", NORTH, kind=CAL, minutes=30,
             dollars=95),
    PlanPart("E-005", "Preventive maintenance", 190, 6, MONTHS, "", NORTH, minutes=90, dollars=520,
             lead_days=21),
    PlanPart("E-007", "Readiness check", 10, 1, MONTHS, "Cole", kind=LOOK, minutes=5, lead_days=5,
             steps=("Status light is green", "Pads are in date", "Battery is in date")),
    PlanPart("E-008", "Electrical safety test", 230, 1, YEARS, "", NORTH, kind=LOOK, dollars=110),
    PlanPart("E-009", "Electrical safety test", 232, 1, YEARS, "", NORTH, kind=LOOK, dollars=110),
    PlanPart("E-011", "Calibration", 320, 1, YEARS, "", NORTH, kind=CAL, minutes=45, dollars=165),
    PlanPart("E-012", "Calibration", 0, 1, YEARS, "", NORTH, kind=CAL, minutes=45, dollars=165,
             overdue=True),
    PlanPart("E-014", "Thermometer calibration", 52, 1, YEARS, "", NORTH, kind=CAL, minutes=30,
             dollars=140, lead_days=30),
    PlanPart("E-015", "Calibration", 330, 1, YEARS, "", NORTH, kind=CAL, minutes=45, dollars=165),
    PlanPart("E-016", "Preventive maintenance", 205, 1, YEARS, "", NORTH, minutes=120, dollars=690,
             lead_days=30),
    PlanPart("F-001", "Look at the gauge and seal", 14, 1, MONTHS, "Kim", kind=LOOK, minutes=5,
             lead_days=5),
    PlanPart("F-002", "Look at the gauge and seal", 14, 1, MONTHS, "Müller", kind=LOOK, minutes=5,
             lead_days=5),
    PlanPart("F-001", "Yearly inspection", 130, 1, YEARS, "", FIRE, kind=LOOK, dollars=35),
    PlanPart("F-002", "Yearly inspection", 130, 1, YEARS, "", FIRE, kind=LOOK, dollars=35),
    PlanPart("F-003", "Flush for three minutes", 2, 1, MONTHS, "Petrova", kind=LOOK, minutes=5,
             lead_days=5),
)  # fmt: skip

TWICE, ONCE = (7 * 60 + 30, 16 * 60 + 30), (7 * 60 + 30,)
POINTS = (
    PointPart("E-001", "Temperature", "°C", 1, 20, 80, TWICE, 45, 6, "AR"),
    PointPart("E-002", "Temperature", "°C", 1, -500, -150, ONCE, -215, 12, "AR"),
    PointPart("E-014", "Temperature", "°C", 1, 20, 80, TWICE, 52, 7, "KB"),
)

# days before today, tag, what was wrong: who mended it, minutes, dollars, downtime, how
REPAIRS = (
    (1003, "E-003", "Chamber does not dry", (NORTH, 150, 385, 1440, "New door gasket")),
    (912, "E-009", "Prints only half the page", ("Ali Rahman", 20, 0, 60, "Print head cleaned")),
    (845, "E-012", "Cuff does not inflate", ("Ali Rahman", 30, 68, 240, "New hose and cuff")),
    (731, "E-004", "Shakes at full speed", (NORTH, 90, 210, 2880, "New rotor buffers")),
    (640, "E-010", "Arm sinks", (NORTH, 45, 120, 480, "Spring tightened")),
    (566, "E-001", "Door alarm does not sound", (NORTH, 60, 175, 0, "New alarm battery")),
    (452, "E-016", "Probe shows dark lines", (NORTH, 60, 2400, 7200, "Probe exchanged")),
    (371, "E-003", "Stops with error E07", (NORTH, 120, 260, 960, "Heater sensor replaced")),
    (268, "E-005", "Aspiration error", (NORTH, 75, 0, 600, "Under warranty; tubing replaced")),
    (190, "E-008", "Foot switch sticks", ("Ali Rahman", 15, 89, 120, "New foot switch")),
    (97, "E-013", "Lamp is dark", ("Ali Rahman", 10, 42, 30, "New bulb")),
    (33, "E-003", "Leaks at the door", (NORTH, 90, 310, 720, "Door gasket and lock adjusted")),
)
