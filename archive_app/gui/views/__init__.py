"""The window's parts, one file each. They ask the session, show through models, and tell the window by signals."""
