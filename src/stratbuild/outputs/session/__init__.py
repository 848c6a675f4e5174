"""The papers with which a strategy is put before the session of the council."""
