"""A query that cannot be read: what is wrong with it, told by a key so that a window can say it in its language."""

from __future__ import annotations

from typing import Final

from archive_app.errors import UsageError

#: What can be wrong with a query, each in a sentence with its operands; a message's key is ``query_<name>``.
MESSAGES: Final = {
    "no_word": "there is no word in the query; type at least one.",
    "closed": "a parenthesis is closed that was never opened; leave it out.",
    "lonely": "{0} needs something to search for on both sides.",
    "nothing_excluded": "NOT needs something to exclude after it.",
    "unclosed_quotation": "a quotation is not closed; end it with a quotation mark.",
    "no_value": "“{0}:” needs a value after it.",
    "no_field": "there is no field “{0}”; the fields are {1}.",
    "too_deep": "parentheses stand in each other more than {0} deep.",
    "unclosed": "a parenthesis is not closed; add one at the end.",
    "empty_group": "there is nothing between the parentheses.",
    "many_words": "“{0}”: {1} must follow a single word.",
    "short_beginning": "“{0}”: * needs at least {1} letters before it.",
    "star_inside": "“{0}”: * can only stand at the end of a word.",
    "tilde_inside": "“{0}”: ~ can only stand at the end of a word.",
    "no_distance": '“{0}”: ~ after a quotation needs a number up to 999, as in "wage theft"~5.',
    "no_date": "“{0}” is not a date; write it like date:2011, date:2011-08..2014 or date:>2012.",
    "no_kind": "there is no kind “{0}”; there are {1}.",
    "no_language": "there is no language “{0}”; there are {1}.",
}
#: What is wrong: the name of its message, and the message's operands.
Wrong = tuple[str, tuple[object, ...]]


class QueryFault(UsageError):
    """``position`` is where the fault begins (from 0), ``nearest`` a query close to it that can be read.

    ``message`` is what is wrong, in a sentence.
    """

    def __init__(self, position: int, wrong: Wrong, nearest: str) -> None:
        name, operands = wrong
        self.position, self.wrong, self.nearest = position, wrong, nearest
        self.message = MESSAGES[name].format(*operands)
        instead = f" Nearest reading: {nearest}" if nearest else ""
        super().__init__(f"At character {position + 1}: {self.message}{instead}",
                         key=f"query_{name}", operands=operands)  # fmt: skip

    def __reduce__(self) -> tuple[type[QueryFault], tuple[int, Wrong, str]]:
        return QueryFault, (self.position, self.wrong, self.nearest)
