"""How files enter an archive: found, told apart by their content, fingerprinted, and kept unchanged."""
