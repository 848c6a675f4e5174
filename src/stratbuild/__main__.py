"""`python -m stratbuild`, the same as `stratbuild`."""

import sys

from stratbuild.cli import main

if __name__ == "__main__":
    sys.exit(main())
