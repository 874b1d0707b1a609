"""What can be printed about staff."""

from clinicmgr.staff.documents.directory import DirectoryOptions, build_directory
from clinicmgr.staff.documents.expiries import ExpiryOptions, build_expiries

__all__ = ["DirectoryOptions", "ExpiryOptions", "build_directory", "build_expiries"]
