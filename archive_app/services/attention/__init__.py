"""What wants a person's attention on a day, and what is told unasked."""
