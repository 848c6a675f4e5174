"""The sheets of `budget-request.xlsx`, and the form that says what stands in them."""
