"""What keeps the archive whole, as tables."""
