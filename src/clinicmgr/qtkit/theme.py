"""The appearance of the program: palette, style sheet and typeface, light, dark or the system's."""

from __future__ import annotations

from typing import Literal, cast

from PySide6.QtCore import QCoreApplication, QDir, QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from clinicmgr.kernel.paths import FontStyle, font_file, resource
from clinicmgr.qtkit.stylesheet import stylesheet
from clinicmgr.qtkit.tokens import BODY, DARK, FAMILY, LIGHT, ROW_HEIGHT, Tokens, mixed

Mode = Literal["light", "dark", "system"]
Density = Literal["comfortable", "compact"]

# The numbers of Qt.ColorScheme. Naming anything in `Qt` makes PySide build all its enumerations,
# which takes 20 milliseconds before the first window is painted; this module does without.
_SCHEMES = {"system": 0, "light": 1, "dark": 2}


class Theme(QObject):
    """The appearance in use; it belongs to the application and tells when it changes."""

    changed = Signal()

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.mode: Mode = "light"
        self.density: Density = "comfortable"
        self.tokens: Tokens = LIGHT
        self.kept: list[object] = []
        self._follows_system = False

    @property
    def row_height(self) -> int:
        """The height of a table row in logical pixels."""
        return ROW_HEIGHT[self.density]

    def color(self, role: str) -> QColor:
        """The color of a role, for painting."""
        return QColor(self.tokens.color(role))

    def use(self, mode: Mode, density: Density | None = None) -> None:
        """Show everything in this mode and density from now on."""
        app = cast("QApplication", QApplication.instance())
        self.mode = mode
        self.density = density or self.density
        hints = app.styleHints()
        if not self._follows_system:
            hints.colorSchemeChanged.connect(self._follow)
            self._follows_system = True
        # So the title bar follows too, where the system can; 0 takes what the system says.
        hints.setProperty("colorScheme", _SCHEMES[mode])
        self._show(app)

    def _follow(self) -> None:
        app = cast("QApplication", QApplication.instance())
        if self.mode == "system" and self._wanted(app) != self.tokens:
            self._show(app)

    def _wanted(self, app: QApplication) -> Tokens:
        dark = _system_is_dark(app) if self.mode == "system" else self.mode == "dark"
        return DARK if dark else LIGHT

    def _show(self, app: QApplication) -> None:
        self.tokens = self._wanted(app)
        app.setPalette(palette(self.tokens))
        app.setStyleSheet(stylesheet(self.tokens, compact=self.density == "compact"))
        self.changed.emit()


def _system_is_dark(app: QApplication) -> bool:
    # Fusion's own palette is made for the scheme of the system; asking QStyleHints needs `Qt`.
    return app.style().standardPalette().window().color().lightness() < 128


def apply(app: QApplication, mode: Mode = "system", density: Density = "comfortable") -> Theme:
    """Give the application its appearance; call it before the first widget is made."""
    app.setStyle("Fusion")
    QDir.setSearchPaths("icons", [str(resource("icons"))])
    load_fonts("Regular", "Semibold")
    app.setFont(font(BODY))
    theme = current()
    theme.use(mode, density)
    return theme


def current() -> Theme:
    """The theme of the running application; light until `apply` was called."""
    app = QCoreApplication.instance()
    found = None if app is None else app.findChild(Theme)
    return found if isinstance(found, Theme) else Theme(app)


def load_fonts(*styles: FontStyle) -> None:
    """Make styles of our typeface known to Qt; those that are rarely seen can wait."""
    for style in styles:
        QFontDatabase.addApplicationFont(str(font_file(style)))


def font(pixels: int = BODY, weight: int = 400) -> QFont:
    """Our typeface in a size (logical pixels) and weight (400 regular, 600 semibold)."""
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    return made


def palette(tokens: Tokens) -> QPalette:
    """The colors that Fusion draws with where the style sheet is silent."""
    role = QPalette.ColorRole
    roles = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.surface_2,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.on_accent,
        role.PlaceholderText: tokens.text_2,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Light: tokens.surface,
        role.Midlight: tokens.surface_2,
        role.Mid: tokens.hairline,
        role.Dark: tokens.border,
        role.Shadow: tokens.border,
    }
    made = QPalette()
    for at, color in roles.items():
        made.setColor(at, QColor(color))
    faint = QColor(mixed(tokens.text_2, tokens.window, 0.4))
    for at in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, at, faint)
    return made
