"""Publishing: a set of papers, or of changed sources, is made beside the old one and switched in whole."""

from stratbuild.publish.failure import NotPublished
from stratbuild.publish.manifest import Contents, FileRecord, Manifest, read_manifest
from stratbuild.publish.place import unfit_output
from stratbuild.publish.publish import Patience, Published, publish
from stratbuild.publish.source_writing import Change, recover_sources, write_sources

__all__ = [
    "Change",
    "Contents",
    "FileRecord",
    "Manifest",
    "NotPublished",
    "Patience",
    "Published",
    "publish",
    "read_manifest",
    "recover_sources",
    "unfit_output",
    "write_sources",
]
