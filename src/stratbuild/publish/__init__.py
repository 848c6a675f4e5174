"""Publishing: a set of papers is made beside the output folder, verified, and switched in whole."""

from stratbuild.publish.failure import NotPublished
from stratbuild.publish.manifest import FileRecord, Manifest, read_manifest
from stratbuild.publish.place import unfit_output
from stratbuild.publish.publish import Patience, Published, publish

__all__ = ["FileRecord", "Manifest", "NotPublished", "Patience", "Published", "publish", "read_manifest", "unfit_output"]
