"""What the views show: plain rows under thin Qt adapters, and the words for them."""
