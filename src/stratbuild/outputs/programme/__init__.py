"""The forms of a programme, in which a council adopts what a strategy plans."""
