"""Workbooks that people edited: scanned before anything opens them, then read within bounds."""
