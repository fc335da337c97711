"""What searches found, as workbooks and CSV: results, words in context, reports on lists of queries."""
