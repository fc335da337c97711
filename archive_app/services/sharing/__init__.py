"""Handing things on: exports, citations, evidence to print, copies of originals."""
