"""The kit is tested in its own colors and typeface, as the program shows it."""

import pytest

from clinicmgr.qtkit import theme


@pytest.fixture(autouse=True)
def light(request):
    """Every test of a widget starts in the light, comfortable theme."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        return None
    return theme.apply(request.getfixturevalue("qapp"), "light", "comfortable")
