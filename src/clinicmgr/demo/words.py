"""What the manager wrote to the report of last month."""

from datetime import timedelta

from clinicmgr.demo.scene import Scene
from clinicmgr.kernel.periods import month_bounds
from clinicmgr.reports.records import Section

WORDS = {
    Section.SUMMARY: (
        "A busy month with the flu clinics, and a good one. Thank you to the nurses, who gave most "
        "of the vaccinations on top of their day.\n"
        "Two things need a decision: the autoclave, and a third front desk for the mornings."
    ),
    Section.MONEY: (
        "Repairs are over budget because of the autoclave: a door seal and a heating element. "
        "The warranty does not cover them. An agency nurse stood in for two weeks; that is over."
    ),
    Section.EQUIPMENT: (
        "The autoclave was repaired for the second time. I have asked two vendors what a new one "
        "costs."
    ),
}


def add(scene: Scene) -> None:
    """Write in the first days of this month, or late last month where it has just begun."""
    begin, _end = month_bounds(scene.today)
    last_month = begin - timedelta(days=1)
    scene.set_clock(min(begin + timedelta(days=2), scene.today), 17)
    for section, text in WORDS.items():
        scene.clinic.reports.set_words(last_month, section, text)
