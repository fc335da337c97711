"""Finding records: the question, what it found, what that can be narrowed to, and where the words stand."""
