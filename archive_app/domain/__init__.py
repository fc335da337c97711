"""What the program is about, in the standard library alone: records, pages, facts, agreements, time."""
