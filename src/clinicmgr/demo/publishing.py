"""The versions of the roster that the staff was told of: the last three weeks, and this one."""

from datetime import timedelta

from clinicmgr.demo.scene import Scene

WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)


def add(scene: Scene) -> None:
    """Publish the weeks before in one version, and this week on the Thursday before."""
    monday, publishing = scene.this_monday, scene.clinic.schedule.publishing
    scene.set_clock(monday - WEEK)
    publishing.publish(monday - 3 * WEEK, monday - DAY)
    scene.set_clock(monday - 4 * DAY)
    publishing.publish(monday, monday + WEEK - DAY, "Saturday: please park behind the building.")
