"""What can be printed about staff."""

from clinicmgr.staff.documents.directory import DirectoryOptions, build_directory
from clinicmgr.staff.documents.expiries import ExpiryOptions, build_expiries
from clinicmgr.staff.documents.matrix import MatrixOptions, build_matrix

__all__ = [
    "DirectoryOptions",
    "ExpiryOptions",
    "MatrixOptions",
    "build_directory",
    "build_expiries",
    "build_matrix",
]
