"""Places as a page names them: from the folder of the report, for a reader who has not this machine."""

from pathlib import PurePath
from typing import overload

from disclosure_index.model import JoinedMessage, Location, Message, Report


def folder_of(report: Report) -> PurePath:
    """Return the folder of the project file, as the person typed it."""
    return PurePath(report.location.path).parent


@overload
def from_folder(said: Location, folder: PurePath) -> Location: ...
@overload
def from_folder(said: str, folder: PurePath) -> str: ...
@overload
def from_folder(said: object, folder: PurePath) -> object: ...
def from_folder(said: object, folder: PurePath) -> object:
    """Return a place, or a message with the places in it, named from a folder; what lies elsewhere stays.

    Args:
        said: a place, a message, or anything else, which is returned as it is.
        folder: see `folder_of`.
    """
    if isinstance(said, Location):
        path = PurePath(said.path)
        return said._replace(path=path.relative_to(folder).as_posix()) if path.is_relative_to(folder) else said
    if not isinstance(said, Message) or not said.values:
        return said
    values = {name: from_folder(value, folder) for name, value in said.values.items()}
    if values == said.values:
        return said
    if isinstance(said, JoinedMessage):
        return JoinedMessage(said.template.join(map(str, values.values())), said.template, values, context=said.context)
    template = said.many if said.many and said.number != 1 else said.template
    text = template.format_map(values)
    return Message(text, said.template, values, many=said.many, number=said.number, context=said.context)
