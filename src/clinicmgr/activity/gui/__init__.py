"""How activity looks: the tally, utilization, trends, and the lists behind them."""
