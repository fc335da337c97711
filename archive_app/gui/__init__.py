"""The desktop face: the only part that knows Qt."""

# Before Qt, which reads the source of every module that is loaded after it, in search of its own name.
from archive_app import bootstrap as bootstrap
