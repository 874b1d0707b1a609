"""Reports: the list of everything that can be printed, whichever domain it comes from."""

from clinicmgr.reports.catalog import PRINTABLES, Printable, Request, printable

__all__ = ["PRINTABLES", "Printable", "Request", "printable"]
