"""Reading what was taken in: facts from pages, characters from pictures, and what still waits to be read."""
