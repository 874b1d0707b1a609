"""Text can be read on every ground it is put on, in light and in dark."""

import pytest

from clinicmgr.kernel.colors import CATEGORY, PATTERNS, category
from clinicmgr.qtkit.tokens import DARK, LIGHT, contrast, mixed

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#FFFFFF", "#767676") == contrast("#767676", "#FFFFFF")
    assert contrast("#123456", "#123456") == 1


@BOTH
@pytest.mark.parametrize("ground", ["window", "surface", "surface_2"])
@pytest.mark.parametrize("text", ["text", "text_2", "accent", "danger", "warning", "success"])
def test_text_reads_on_every_ground(tokens, ground, text):
    assert contrast(tokens.color(text), tokens.color(ground)) >= 4.5


@BOTH
@pytest.mark.parametrize("tone", ["accent", "danger", "warning", "success"])
def test_a_tone_and_plain_text_read_on_its_soft_ground(tokens, tone):
    soft = tokens.color(f"{tone}_soft")
    assert contrast(tokens.color(tone), soft) >= 4.4  # 14 px semibold, as pills and banners have
    assert contrast(tokens.text, soft) >= 9


@BOTH
def test_the_figures_of_the_design_table_hold(tokens):
    assert contrast(tokens.text, tokens.surface) >= 12.9
    assert contrast(tokens.text_2, tokens.surface) >= 6.4
    assert contrast(tokens.on_accent, tokens.accent) >= 6.1
    assert contrast(tokens.accent, tokens.accent_soft) >= 4.9


@BOTH
def test_the_border_of_a_control_can_be_seen(tokens):
    assert contrast(tokens.border, tokens.surface) >= 3
    assert contrast(tokens.border, tokens.window) >= 3
    assert contrast(tokens.accent, tokens.surface) >= 3


def test_a_color_is_asked_for_by_its_role():
    assert LIGHT.color("accent") == "#0F6B7A"
    with pytest.raises(KeyError):
        LIGHT.color("mode")
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"


def test_categories_differ_by_code_and_pattern_too():
    assert [color.code for color in CATEGORY] == ["PR", "RN", "MA", "FD", "HY", "TE", "AD", "TF"]
    assert len({color.pattern for color in CATEGORY}) == len(PATTERNS) == 8
    assert category(9) == CATEGORY[1]


@pytest.mark.parametrize("color", CATEGORY, ids=lambda color: color.code)
def test_a_chip_can_be_read(color):
    assert contrast(color.text, color.fill) >= 8.5
    assert contrast(color.dark_text, color.dark_fill) >= 8.5
