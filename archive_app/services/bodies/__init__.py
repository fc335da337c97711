"""The bodies that papers name, as persons keep them: the authority file, and lists taken into it."""
