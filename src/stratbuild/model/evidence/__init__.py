"""What the strategy rests on: answers counted, and the way from a need to the money."""
