"""The arrangement: units of description, and the records placed in them."""
