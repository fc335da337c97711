"""Bags: folders of files with their fingerprints, as BagIt 1.0 (RFC 8493) has them, to be kept and handed on."""

from __future__ import annotations

from archive_app.exports.bagit.reading import faults, payload
from archive_app.exports.bagit.writing import BagWriter

__all__ = ["BagWriter", "faults", "payload"]
