"""The two sites and nine rooms of the demo practice."""

from datetime import timedelta

from clinicmgr.demo.scene import Scene
from clinicmgr.places.records import RoomDraft, SiteDraft

SITES = (
    ("LM", "Lakeside Main", "200 Lakeside Avenue, Duluth, MN 55802"),
    ("HS", "Harbor Street", "14 Harbor Street, Two Harbors, MN 55616"),
)
# code, site, name, how many work in it at a time
ROOMS = (
    ("FD", "LM", "Front desk", 4),
    ("X1", "LM", "Exam 1", 3),
    ("X2", "LM", "Exam 2", 3),
    ("X3", "LM", "Exam 3", 3),
    ("PX", "LM", "Procedure room", 3),
    ("LB", "LM", "Laboratory", 2),
    ("HD", "HS", "Harbor desk", 2),
    ("H1", "HS", "Exam 4", 3),
    ("H2", "HS", "Exam 5", 3),
)


def add(scene: Scene) -> None:
    """Open the sites and furnish the rooms, a week before the first roster."""
    scene.set_clock(scene.beginning - timedelta(days=7))
    places = scene.clinic.places
    for code, name, address in SITES:
        scene.sites[code] = places.add_site(SiteDraft(name, code, address))
    for code, site, name, capacity in ROOMS:
        draft = RoomDraft(scene.sites[site], name, code, capacity)
        scene.rooms[code] = places.add_room(draft)
