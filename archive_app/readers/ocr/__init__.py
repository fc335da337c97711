"""Pages that are pictures of text, read by an engine for character recognition.

    picture → levelled → engine: words with corners → level frame: lines, columns → page: text, boxes, confidence

To be called in a worker process: engines take memory, and threads of their own.
"""
