"""Parts of papers that are built in Python: tables and lists over a plan, told in one language."""
