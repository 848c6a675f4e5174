"""The sheets of the workbooks, one a module; the documents put them together."""
