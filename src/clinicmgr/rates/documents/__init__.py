"""What can be printed about rates."""

from clinicmgr.rates.documents.comparison import ComparisonOptions, build_comparison
from clinicmgr.rates.documents.fee_list import FeeListOptions, build_fee_list

__all__ = ["ComparisonOptions", "FeeListOptions", "build_comparison", "build_fee_list"]
