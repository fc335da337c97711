"""The engine's pickles, read without letting them run anything: an archive may come from somebody else."""

from __future__ import annotations

import pickle
from typing import Any

from whoosh.filedb.structfile import BufferFile, StructFile

#: All that the engine's files of this index are made of besides plain values.
_KNOWN = {("whoosh.codec.whoosh3", "W3Segment"), ("archive_app.index.codec", "PageCodec"), ("builtins", "set")}


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _KNOWN:
            raise pickle.UnpicklingError(f"{module}.{name} has no place in an index")
        return super().find_class(module, name)


class SafeFile(StructFile):  # type: ignore[misc]
    """A file on disk."""

    def read_pickle(self) -> Any:
        return _Unpickler(self.file).load()


class SafeBuffer(BufferFile):  # type: ignore[misc]
    """A file in memory."""

    def read_pickle(self) -> Any:
        return _Unpickler(self.file).load()
