"""One spelling for the few things that Pydantic 1 and 2 call by different names.

An app that pins its Pydantic does not need this file.
"""
from typing import Any, Dict, TypeVar

import pydantic
from pydantic import BaseModel, Field

PYDANTIC_2 = pydantic.VERSION.startswith("2.")

if PYDANTIC_2:
    from pydantic import BaseModel as GenericModel
    from pydantic import WithJsonSchema
    from typing_extensions import Annotated

    Base64 = Annotated[str, WithJsonSchema({"type": "string", "format": "byte"})]
else:
    from pydantic.generics import GenericModel

    class Base64(str):
        """Base64 text, which the document calls so (`bytes` would be written as text)."""

        @classmethod
        def __modify_schema__(cls, schema: Dict[str, Any]) -> None:
            schema.update(type="string", format="byte")


M = TypeVar("M", bound=BaseModel)


def nullable(default: Any = None, **constraints: Any) -> Any:
    """A member that may be null: Pydantic 1 leaves that out of the document unless told."""
    return Field(default, **constraints) if PYDANTIC_2 else Field(default, nullable=True, **constraints)


def dump(model: BaseModel, **options: Any) -> Dict[str, Any]:
    """A model's members by their names on the wire."""
    return model.model_dump(by_alias=True, **options) if PYDANTIC_2 else model.dict(by_alias=True, **options)


def changed(model: M, changes: Dict[str, Any]) -> M:
    """A copy of a model with some members changed."""
    return model.model_copy(update=changes) if PYDANTIC_2 else model.copy(update=changes)
