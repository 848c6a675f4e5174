"""The working group: who belongs to it, who came, how it voted, what it asked for, what it approved."""
