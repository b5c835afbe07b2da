"""What a column of the public rows is: its words for a reader and a machine, and what a cell of it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tracker.schema import Table


class Form(StrEnum):
    """What a cell of a column holds."""

    TEXT = "text"
    DAY = "day"
    IMPRECISE = "imprecise date"
    WHOLE = "whole number"
    NUMBER = "number"
    FLAG = "yes or no"
    LIST = "list"


@dataclass(frozen=True)
class PublicColumn:
    """One column: its name, its title and meaning for a reader, what a cell holds, whether it may be empty.

    `source` is the column of the frame that it is read from; `words` are the values that it can take, where
    those are few.
    """

    name: str
    title: str
    description: str
    form: Form
    required: bool = True
    words: tuple[str, ...] = ()
    source: str = ""


def words_of(vocabulary: type[StrEnum]) -> tuple[str, ...]:
    """Return the values that a column of one word can take."""
    return tuple(map(str, vocabulary))


_FORMS = {"date": Form.DAY, "integer": Form.WHOLE, "number": Form.NUMBER, "string": Form.TEXT}


@dataclass(frozen=True)
class Given:
    """A column of the data: its address `table.column`, and what is said otherwise here than there."""

    address: str
    name: str = ""
    source: str = ""
    description: str = ""

    def column(self, schema: Mapping[str, Table]) -> PublicColumn:
        """Take name, title, meaning and form from the descriptor."""
        table, _, name = self.address.partition(".")
        (own,) = (column for column in schema[table].columns if column.name == name)
        form = Form.IMPRECISE if own.is_partial_date else Form.LIST if own.separator else _FORMS[own.type]
        return PublicColumn(
            name=self.name or name,
            title=own.title,
            description=self.description or own.description,
            form=form,
            required=own.required,
            words=own.words,
            source=self.source or name,
        )


Declared = Given | PublicColumn
"""A column as a table declares it: one of the data's own, or one with words of its own."""
