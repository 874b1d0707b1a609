"""What a frozen ClinicMgr carries; the Linux and the macOS spec share it."""

import tomllib
from pathlib import Path

from PyInstaller.utils.hooks import collect_data_files, collect_submodules

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
NAME = "ClinicMgr"
SCRIPT = str(SOURCE / "clinicmgr" / "__main__.py")
VERSION: str = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]


def datas() -> list[tuple[str, str]]:
    """Return (file or folder, folder in the bundle): what is opened by path, not imported."""
    return [
        (str(ROOT / "resources"), "clinicmgr/resources"),
        (str(ROOT / "docs" / "manual"), "clinicmgr/manual"),
        # Alembic loads the numbered scripts by path.
        (str(SOURCE / "clinicmgr" / "migrations"), "clinicmgr/migrations"),
        *collect_data_files("font_source_sans_pro"),
        *collect_data_files("tzdata"),
    ]


def hidden_imports() -> list[str]:
    """Return the modules that are named only in texts."""
    return [
        *collect_submodules("clinicmgr"),
        *collect_submodules("holidays.countries"),
        "logging.config",
        "alembic.ddl.sqlite",
        "sqlalchemy.dialects.sqlite",
    ]


# Not needed by what we use of ortools and matplotlib. pandas must stay: ortools imports it.
EXCLUDED = [
    "tkinter", "IPython", "pytest", "hypothesis", "mypy", "PySide6.QtQml", "PySide6.QtQuick",
]  # fmt: skip
