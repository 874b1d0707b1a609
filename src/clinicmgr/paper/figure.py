"""A chart as a matplotlib Figure for the screen; never through pyplot, which keeps global state."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from textwrap import shorten
from typing import Any

from clinicmgr.kernel.colors import category
from clinicmgr.kernel.paths import font_file
from clinicmgr.paper.document import Chart
from clinicmgr.paper.scale import columns, reach, ticks, typed
from clinicmgr.paper.wording import show

_LINES, _MARKERS = ("-", "--", ":", "-."), ("o", "s", "^", "D")
_HATCHES = ("", "///", "..", "---", "xx", "||", "++", "")
_MM = 1 / 25.4


def figure(chart: Chart, language: str = "en_US", *, dark: bool = False, width: float = 170) -> Any:
    """Return a Figure ``width`` millimeters wide; no text in it is read as a formula."""
    from matplotlib.figure import Figure
    from matplotlib.font_manager import fontManager

    fontManager.addfont(str(font_file("Regular")))
    ink, ground = ("#E6EBEE", "#1B2227") if dark else ("#1B2730", "#FFFFFF")
    drawn = Figure(
        figsize=(width * _MM, chart.height * _MM), layout="constrained", facecolor=ground
    )
    axes: Any = drawn.add_subplot(facecolor=ground)
    _draw_lines(axes, chart, dark) if chart.kind == "line" else _draw_bars(axes, chart, dark)
    for limit in chart.limits:
        axes.axhline(float(limit.value), color=ink, linestyle="--", linewidth=1)
        axes.annotate(
            limit.name,
            (1.0, float(limit.value)),
            xycoords=("axes fraction", "data"),
            xytext=(3, 0),
            textcoords="offset points",
            color=ink,
            va="center",
            parse_math=False,
        )
    _dress(axes, chart, language, ink)
    return drawn


def _look(color: int, *, dark: bool) -> str:
    kind = category(color)
    return kind.dark_strong if dark else kind.strong


def _draw_lines(axes: Any, chart: Chart, dark: bool) -> None:
    places = range(len(chart.categories))
    for number, series in enumerate(chart.series):
        axes.plot(
            places,
            [_float(value) for value in _padded(series.values, len(chart.categories))],
            color=_look(series.color, dark=dark),
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
    for number, values in enumerate(zip(*columns(chart), strict=True)):
        series = chart.series[number]
        heights = [0.0 if value is None else float(value) for value in values]
        bases = [0.0] * len(heights)
        if chart.kind == "stacked":
            bases = [u if h > 0 else d for h, u, d in zip(heights, up, down, strict=True)]
            up = [u + max(h, 0) for h, u in zip(heights, up, strict=True)]
            down = [d + min(h, 0) for h, d in zip(heights, down, strict=True)]
        shift = 0.0 if count == 1 else (number - (count - 1) / 2) * wide
        axes.bar(
            [place + shift for place in range(len(heights))],
            heights,
            wide,
            bottom=bases,
            color=_look(series.color, dark=dark),
            edgecolor=axes.get_facecolor(),
            hatch=_HATCHES[series.color % len(_HATCHES)],
            label=f"\u200b{series.name}",
        )


def _padded(
    values: Sequence[int | float | Decimal | None], count: int
) -> list[int | float | Decimal | None]:
    return [*values, *([None] * count)][:count]


def _float(value: float | Decimal | None) -> float:
    return float("nan") if value is None else float(value)


def _dress(axes: Any, chart: Chart, language: str, ink: str) -> None:
    """Axes, labels and legend in our typeface, with texts as typed."""
    marks = ticks(*reach(chart), chart.measure)
    labels = [show(typed(mark, chart.measure), chart.measure, language) for mark in marks]
    axes.set_ylim(marks[0], marks[-1])
    axes.set_yticks(marks, labels, parse_math=False)
    every = max(1, len(chart.categories) // 12)
    places = range(0, len(chart.categories), every)
    axes.set_xticks(places, [chart.categories[place] for place in places], parse_math=False)
    axes.tick_params(colors=ink, length=0, labelsize=9)
    axes.grid(axis="y", color=ink, alpha=0.15)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(ink)
    axes.set_title(
        shorten(chart.title, 100, placeholder="…"),
        loc="left",
        color=ink,
        fontweight="bold",
        parse_math=False,
    )
    texts = [*axes.texts, axes.title, *axes.get_xticklabels(), *axes.get_yticklabels()]
    if any(series.name for series in chart.series):
        key = axes.figure.legend(
            frameon=False, labelcolor=ink, ncols=4, loc="outside lower left", fontsize=9
        )
        texts.extend(key.get_texts())
    for text in texts:
        text.set_parse_math(False)
        text.set_fontfamily(["Source Sans Pro", "DejaVu Sans"])
