"""The terminal face: commands, their output, their progress. Imports no Qt."""
