"""The sheets of `registers.xlsx`, one a module."""
