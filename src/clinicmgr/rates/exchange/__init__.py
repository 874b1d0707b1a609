"""Rates from and to files: Medicare's as CMS ships them, prices and services of any layout."""

from clinicmgr.rates.exchange.cms_gpci import import_index_set, plan_index_set
from clinicmgr.rates.exchange.cms_plans import CmsPlan, IndexImporter, ReleaseImporter
from clinicmgr.rates.exchange.cms_rvu import import_release, plan_release
from clinicmgr.rates.exchange.exporting import export_fees, export_services
from clinicmgr.rates.exchange.fees import FeeImporter, FeeLine, import_fees, plan_fees
from clinicmgr.rates.exchange.services import ServiceImporter, import_services, plan_services

__all__ = [
    "CmsPlan",
    "FeeImporter",
    "FeeLine",
    "IndexImporter",
    "ReleaseImporter",
    "ServiceImporter",
    "export_fees",
    "export_services",
    "import_fees",
    "import_index_set",
    "import_release",
    "import_services",
    "plan_fees",
    "plan_index_set",
    "plan_release",
    "plan_services",
]
