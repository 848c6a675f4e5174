"""Proposals for a plan: dates within capacity, a choice within the money, how sure both are."""
