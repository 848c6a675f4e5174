"""The papers, one a file; each says what its paper contains, and a template in `templates/` how it looks."""
