"""Convenio, a document archive and tracker of memoranda of understanding."""

__version__ = "0.1.0"
