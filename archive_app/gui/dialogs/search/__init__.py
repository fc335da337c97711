"""What lists of queries found."""
