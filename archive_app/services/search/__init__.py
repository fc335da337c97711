"""Finding: questions, hits and why they are hits, words in context, lists of questions, saved searches."""
