"""The sheets of `plan.xlsx`, one a module."""
