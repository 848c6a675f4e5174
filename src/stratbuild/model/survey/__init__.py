"""Answers to the surveys: read from their files and counted into tables."""
