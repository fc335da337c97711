"""How papers come in: imports, watched folders, scans."""
