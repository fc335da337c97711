"""Makes the fictional specimen documents from the texts in papers/."""
