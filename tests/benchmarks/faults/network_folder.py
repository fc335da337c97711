"""A folder as a network serves it, made with the kernel's own FUSE: ``network_folder.py FOLDER MOUNTPOINT``.

It shows FOLDER, to read only, and nothing is remembered between two questions. What can become of a network is done to
the process that serves it: SIGSTOP stalls the folder, SIGCONT lets it answer again, SIGKILL breaks the connection off.
SIGUSR1 is the worst: questions are taken from then on and never answered, so that who asks cannot even be killed.
Needs root, and Linux.
"""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import stat
import struct
import sys
from enum import IntEnum
from pathlib import Path

_HEADER = struct.Struct("<IIQQIIII")
_REPLY = struct.Struct("<IiQ")
_ATTRIBUTES = struct.Struct("<6Q10I")


class Ask(IntEnum):
    """What the kernel asks, by its numbers."""

    LOOKUP, FORGET, GETATTR, OPEN, READ, RELEASE = 1, 2, 3, 14, 15, 18
    FLUSH, INIT, OPENDIR, READDIR, RELEASEDIR, ACCESS, INTERRUPT, BATCH_FORGET = 25, 26, 27, 28, 29, 34, 36, 42


_UNANSWERED = (Ask.FORGET, Ask.INTERRUPT, Ask.BATCH_FORGET)
_DIRECT_IO = 1
_ROOT = 1


class Served:
    """Answers what the kernel asks about one folder. A file's number is that of its path, as first asked for."""

    def __init__(self, folder: Path) -> None:
        self._paths: dict[int, Path] = {_ROOT: folder}
        self._numbers: dict[Path, int] = {folder: _ROOT}
        self.deaf = False

    def answer(self, opcode: int, node: int, body: bytes) -> bytes:
        """What goes back; raises OSError with the number that does."""
        path = self._paths.get(node, self._paths[_ROOT])
        match opcode:
            case Ask.INIT:
                return struct.pack("<IIIIHHII", 7, 31, 1 << 17, 0, 16, 12, 1 << 17, 1) + bytes(36)
            case Ask.LOOKUP:
                child = path / os.fsdecode(body.rstrip(b"\0"))
                return struct.pack("<QQQQII", self._number(child), 0, 0, 0, 0, 0) + self._attributes(child)
            case Ask.GETATTR:
                return struct.pack("<QII", 0, 0, 0) + self._attributes(path)
            case Ask.OPEN | Ask.OPENDIR:
                return struct.pack("<QII", 0, _DIRECT_IO, 0)
            case Ask.READ:
                _, offset, size = struct.unpack_from("<QQI", body)
                with path.open("rb") as stream:
                    stream.seek(offset)
                    return stream.read(size)
            case Ask.READDIR:
                return self._entries(path, *struct.unpack_from("<QQI", body)[1:])
            case Ask.RELEASE | Ask.RELEASEDIR | Ask.FLUSH | Ask.ACCESS:
                return b""
        raise OSError(errno.ENOSYS, "not served")

    def _number(self, path: Path) -> int:
        path.lstat()
        number = self._numbers.setdefault(path, len(self._numbers) + 1)
        self._paths[number] = path
        return number

    def _attributes(self, path: Path) -> bytes:
        told = path.lstat()
        seconds = (int(told.st_atime), int(told.st_mtime), int(told.st_ctime))
        return _ATTRIBUTES.pack(self._number(path), told.st_size, told.st_blocks, *seconds, 0, 0, 0, told.st_mode,
                                told.st_nlink, told.st_uid, told.st_gid, 0, 4096, 0)  # fmt: skip

    def _entries(self, folder: Path, offset: int, size: int) -> bytes:
        told = b""
        for at, child in enumerate(sorted(folder.iterdir())[offset:], offset + 1):
            name = os.fsencode(child.name)
            kind = stat.S_IFMT(child.lstat().st_mode) >> 12
            entry = struct.pack("<QQII", self._number(child), at, len(name), kind) + name
            entry += bytes(-len(entry) % 8)
            if len(told) + len(entry) > size:
                break
            told += entry
        return told


def serve(folder: Path, mountpoint: Path) -> None:
    """Mounts, says so with a line, and answers until it is unmounted."""
    device = os.open("/dev/fuse", os.O_RDWR)
    options = f"fd={device},rootmode=40000,user_id=0,group_id=0,allow_other".encode()
    system = ctypes.CDLL(None, use_errno=True)
    if system.mount(b"network", os.fsencode(mountpoint), b"fuse", 0, options):
        raise SystemExit(f"cannot be mounted: {os.strerror(ctypes.get_errno())}")
    print("mounted", flush=True)
    served = Served(folder.resolve())
    signal.signal(signal.SIGUSR1, lambda *_: setattr(served, "deaf", True))
    while True:
        try:
            asked = os.read(device, 1 << 18)
        except OSError as gone:
            if gone.errno == errno.ENODEV:
                return
            continue
        _, opcode, unique, node, *_ = _HEADER.unpack_from(asked)
        if opcode in _UNANSWERED or served.deaf:
            continue
        fault, told = 0, b""
        try:
            told = served.answer(opcode, node, asked[_HEADER.size :])
        except OSError as error:
            fault = -(error.errno or errno.EIO)
        os.write(device, _REPLY.pack(_REPLY.size + len(told), fault, unique) + told)


if __name__ == "__main__":
    serve(Path(sys.argv[1]), Path(sys.argv[2]))
