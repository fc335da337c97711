"""Home: what wants attention today."""
