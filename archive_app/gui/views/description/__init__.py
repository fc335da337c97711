"""One record: its description beside its pages, each value to be corrected and reviewed."""
