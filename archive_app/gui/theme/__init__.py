"""The one place for how the window looks: colours, type, spacing, icons, signs. Asked for at the time of painting."""

from archive_app.gui.theme.colours import Colours, light
from archive_app.gui.theme.icons import icon, picture
from archive_app.gui.theme.in_force import colours, paper
from archive_app.gui.theme.roles import Role
from archive_app.gui.theme.scheme import apply, choose, chosen, dress, is_dark
from archive_app.gui.theme.type import font, point_size

__all__ = [
    "Colours", "Role", "apply", "choose", "chosen", "colours", "dress", "font", "icon", "is_dark", "light",
    "paper", "picture", "point_size",
]  # fmt: skip
