"""The list of what to ask for under laws on public records, as a workbook, CSV or a page to print."""

from archive_app.exports.requests.asking import Ask, RequestList

__all__ = ["Ask", "RequestList"]
