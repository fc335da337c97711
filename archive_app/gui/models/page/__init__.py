"""Words of a page as they are marked, chosen and quoted. Plain geometry and text."""
