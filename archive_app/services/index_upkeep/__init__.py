"""The index in step with the catalogue: written, checked, made anew."""
