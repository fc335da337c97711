"""How the archive is kept: like papers, the trash, safety, its history."""
