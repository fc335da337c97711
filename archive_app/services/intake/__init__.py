"""Taking papers in: looked at beforehand, taken in, looked for in watched folders, and told of afterwards."""
