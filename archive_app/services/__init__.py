"""What a person can do with an archive, one module an activity. Both faces call these and nothing below them."""
