"""From words with boxes to text in reading order: lines, gutters, columns, blocks. Knows no file format."""
