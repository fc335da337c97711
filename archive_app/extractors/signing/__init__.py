"""Signature blocks: who signs, in what office, for whom, on what day."""

from __future__ import annotations

from archive_app.extractors.signing.blocks import Signature, signatures

__all__ = ["Signature", "signatures"]
