"""What a question finds, and what it was."""
