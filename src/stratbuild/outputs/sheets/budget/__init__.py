"""The sheets of `budget.xlsx`, one a module, and what several of them share."""
