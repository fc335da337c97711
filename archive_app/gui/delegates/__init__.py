"""Painters of rows and cells. They ask the model by role and the theme for colours, and know neither."""
