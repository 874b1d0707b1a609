"""A chart as a matplotlib Figure for the screen; never through pyplot, which keeps global state."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from textwrap import shorten
from typing import Any

from clinicmgr.kernel.colors import category
from clinicmgr.kernel.paths import font_file
from clinicmgr.paper.document import Chart, Limit
from clinicmgr.paper.scale import axis_labels, columns, distinct, reach, ticks

_LINES, _MARKERS = ("-", "--", ":", "-."), ("o", "s", "^", "D")
_HATCHES = ("", "///", "..", "---", "xx", "||", "++", "")
_MM = 1 / 25.4
_NAME = 40
"""Letters of a name that an axis has room for; the page tells the whole name on pointing."""


def figure(chart: Chart, language: str = "en_US", *, dark: bool = False, width: float = 170) -> Any:
    """Return a Figure ``width`` millimeters wide; no text in it is read as a formula."""
    from matplotlib.figure import Figure

    _typeface()
    ink, ground = ("#E6EBEE", "#1B2227") if dark else ("#1B2730", "#FFFFFF")
    drawn = Figure(
        figsize=(width * _MM, chart.height * _MM), layout="constrained", facecolor=ground
    )
    axes: Any = drawn.add_subplot(facecolor=ground)
    _draw_lines(axes, chart, dark) if chart.kind == "line" else _draw_bars(axes, chart, dark)
    for limit in chart.limits:
        _draw_limit(axes, limit, ink, sideways=chart.kind == "hbar")
    _dress(axes, chart, language, ink)
    return drawn


def _draw_limit(axes: Any, limit: Limit, ink: str, *, sideways: bool) -> None:
    """A target is a whole line, another limit a dashed one; its name at its end or in the key."""
    value, style = float(limit.value), "-" if limit.is_target else "--"
    if sideways:
        axes.axvline(value, color=ink, linestyle=style, linewidth=1, label=f"\u200b{limit.name}")
        return
    axes.axhline(value, color=ink, linestyle=style, linewidth=1)
    axes.annotate(
        limit.name,
        (1.0, value),
        xycoords=("axes fraction", "data"),
        xytext=(3, 0),
        textcoords="offset points",
        color=ink,
        va="center",
        parse_math=False,
    )


@cache
def _typeface() -> None:
    """Tell matplotlib once where our letters are."""
    from matplotlib.font_manager import fontManager

    for style in ("Regular", "Bold"):
        fontManager.addfont(str(font_file(style)))


def _look(color: int, *, dark: bool) -> str:
    kind = category(color)
    return kind.dark_strong if dark else kind.strong


def _draw_lines(axes: Any, chart: Chart, dark: bool) -> None:
    places = range(len(chart.categories))
    colors = distinct(chart)
    for number, series in enumerate(chart.series):
        axes.plot(
            places,
            [_float(value) for value in _padded(series.values, len(chart.categories))],
            color=_look(colors[number], dark=dark),
            linestyle=_LINES[number % len(_LINES)],
            marker=_MARKERS[number % len(_MARKERS)],
            markersize=4,
            linewidth=1.8,
            label=f"\u200b{series.name}",
        )


def _draw_bars(axes: Any, chart: Chart, dark: bool) -> None:
    count = 1 if chart.kind == "stacked" else max(len(chart.series), 1)
    wide = 0.7 / count
    up, down = [0.0] * len(chart.categories), [0.0] * len(chart.categories)
    colors, sideways = distinct(chart), chart.kind == "hbar"
    for number, values in enumerate(zip(*columns(chart), strict=True)):
        series = chart.series[number]
        heights = [0.0 if value is None else float(value) for value in values]
        bases = [0.0] * len(heights)
        if chart.kind == "stacked":
            bases = [u if h > 0 else d for h, u, d in zip(heights, up, down, strict=True)]
            up = [u + max(h, 0) for h, u in zip(heights, up, strict=True)]
            down = [d + min(h, 0) for h, d in zip(heights, down, strict=True)]
        shift = 0.0 if count == 1 else (number - (count - 1) / 2) * wide
        look = {
            "color": _look(colors[number], dark=dark),
            "edgecolor": axes.get_facecolor(),
            "hatch": _HATCHES[colors[number] % len(_HATCHES)] if len(colors) > 1 else "",
            "label": f"\u200b{series.name}",
        }
        places = [place + shift for place in range(len(heights))]
        if sideways:
            axes.barh(places, heights, wide, **look)
        else:
            axes.bar(places, heights, wide, bottom=bases, **look)


def _padded(
    values: Sequence[int | float | Decimal | None], count: int
) -> list[int | float | Decimal | None]:
    return [*values, *([None] * count)][:count]


def _float(value: float | Decimal | None) -> float:
    return float("nan") if value is None else float(value)


def _dress(axes: Any, chart: Chart, language: str, ink: str) -> None:
    """Axes, labels and legend in our typeface, with texts as typed."""
    marks = ticks(*reach(chart), chart.measure)
    labels = axis_labels(chart, marks, language)
    sideways = chart.kind == "hbar"
    values, names = (axes.xaxis, axes.yaxis) if sideways else (axes.yaxis, axes.xaxis)
    (axes.set_xlim if sideways else axes.set_ylim)(marks[0], marks[-1])
    values.set_ticks(marks, labels, parse_math=False)
    every = max(1, len(chart.categories) // (30 if sideways else 12))
    places = range(0, len(chart.categories), every)
    whole = [chart.categories[place] for place in places]
    shown = [name if len(name) <= _NAME else name[: _NAME - 1] + "…" for name in whole]
    names.set_ticks(places, shown, parse_math=False)
    if sideways:
        axes.invert_yaxis()
    axes.tick_params(colors=ink, length=0, labelsize=9)
    values.grid(visible=True, color=ink, alpha=0.15)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_visible(not sideways)
    axes.spines["bottom"].set_color(ink)
    if chart.kind != "line":
        (axes.axvline if sideways else axes.axhline)(0, color=ink, linewidth=0.8)
    title = axes.set_title(
        shorten(chart.title, 100, placeholder="…"),
        loc="left",
        color=ink,
        fontweight="bold",
        parse_math=False,
    )
    texts = [*axes.texts, title, *axes.get_xticklabels(), *axes.get_yticklabels()]
    if any(series.name for series in chart.series):
        key = axes.figure.legend(
            frameon=False, labelcolor=ink, ncols=4, loc="outside lower left", fontsize=9
        )
        texts.extend(key.get_texts())
    for text in texts:
        text.set_parse_math(False)
        text.set_fontfamily(["Source Sans Pro", "DejaVu Sans"])
