"""What stands around the place at hand: the sidebar, the strips at the foot, and the first question of all."""
