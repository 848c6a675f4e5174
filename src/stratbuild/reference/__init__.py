"""Generated reference: schemas for editors, the page of the language, the pages of the checks.

Everything here is made from the code's own types, docstrings and words; `stratbuild schema` writes it
into `schemas/`, and a test says when that is stale.
"""

from stratbuild.reference.files import reference_files

__all__ = ["reference_files"]
