"""What papers say of proposals: who, what became of them, where they are taken up. Never whose they are."""
