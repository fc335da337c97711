"""What came in and what would come in."""
