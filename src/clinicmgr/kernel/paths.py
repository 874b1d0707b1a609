"""Where things live on this PC and inside the package."""

import importlib.util
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

FontStyle = Literal["Regular", "Semibold", "Bold", "It"]
HOME_VARIABLE = "CLINICMGR_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders the program writes to."""

    data: Path
    config: Path
    logs: Path

    @property
    def backups(self) -> Path:
        """The folder of the automatic backups."""
        return self.data / "backups"

    @property
    def preferences(self) -> Path:
        """The file with the preferences of this PC."""
        return self.config / "preferences.toml"

    @classmethod
    def under(cls, folder: Path) -> "Paths":
        """Keep everything below one folder (a stick, a test)."""
        return cls(folder / "data", folder / "config", folder / "logs")

    @classmethod
    def standard(cls) -> "Paths":
        """Return the folders of this operating system, or those below $CLINICMGR_HOME."""
        if home := os.environ.get(HOME_VARIABLE):
            return cls.under(Path(home))
        from platformdirs import PlatformDirs

        folders = PlatformDirs("ClinicMgr", appauthor=False)
        return cls(
            Path(folders.user_data_dir), Path(folders.user_config_dir), Path(folders.user_log_dir)
        )


def resource(name: str) -> Path:
    """Return the file `name` of the packed resources, such as "icons/add.svg".

    A checkout has them beside `src`; an installed package carries them inside.
    """
    return _shipped("resources") / name


def manual_folder() -> Path:
    """Return the folder of the manual's pages."""
    inside = _package() / "manual"
    return inside if inside.is_dir() else _package().parents[1] / "docs" / "manual"


def font_file(style: FontStyle) -> Path:
    """Return the file of the one typeface that screen and paper share (Source Sans Pro)."""
    return _font_folder() / f"SourceSansPro-{style}.ttf"


def _package() -> Path:
    return Path(__file__).resolve().parents[1]


@cache
def _shipped(folder: str) -> Path:
    inside = _package() / folder
    return inside if inside.is_dir() else _package().parents[1] / folder


@cache
def _font_folder() -> Path:
    found = importlib.util.find_spec("font_source_sans_pro")
    if found is None or found.origin is None:
        message = "the package font-source-sans-pro is not installed"
        raise ModuleNotFoundError(message)
    return Path(found.origin).parent / "files"
