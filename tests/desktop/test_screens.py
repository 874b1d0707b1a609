"""Every page and dialog can be drawn, so that somebody can look at all of them after a change."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from clinicmgr.desktop import screens


@pytest.mark.slow
def test_every_page_is_drawn_in_both_appearances(qapp, demo_file, tmp_path, monkeypatch):
    monkeypatch.setattr(screens, "SIZES", ((1280, 800),))
    made = screens.render_screens(tmp_path, demo_file)
    names = {path.stem for path in made}
    assert {
        "schedule",
        "staff",
        "setup",
        "history",
        "settings",
        "welcome",
        "preview",
        "keys",
    } <= names
    assert {path.parent.name for path in made} == {"light-1280x800", "dark-1280x800"}
    assert all(not QImage(str(path)).isNull() for path in made)
