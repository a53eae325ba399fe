"""Frozen dataclasses that are made in a fraction of the time.

The ``__init__`` that ``dataclass(frozen=True)`` writes looks up ``object.__setattr__`` for every field. The
one written here lets the new value be of an open class with the same slots while its fields are set, as those
of any object are. A plan becomes some thousand small frozen values; where most of them are made a function of
:func:`maker` takes two thirds of the time of the class, which is called by way of ``type``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")

_MAKERS: dict[Any, Any] = {}
_COPIERS: dict[Any, Any] = {}


def quickly(cls: type[Made]) -> type[Made]:
    """The same frozen dataclass with slots, made faster; stands above ``@dataclass``.

    Raises TypeError for what it does not write: fields made by a factory or left out of ``__init__``,
    ``__post_init__``.
    """
    slots = [field.name for field in fields(cls)]  # type: ignore[arg-type]  # every class it stands above is a dataclass
    names: dict[str, Any] = {
        "frozen": cls,
        "opened": type(f"_Open{cls.__name__}", (), {"__slots__": tuple(slots)}),
        "set_class": object.__dict__["__class__"].__set__,
    }
    parameters, lines = [], []
    for field in fields(cls):  # type: ignore[arg-type]
        if field.default_factory is not MISSING or not field.init or field.kw_only:
            raise TypeError(f"{cls.__name__}.{field.name}: only plain fields can be set quickly")
        parameters.append(field.name)
        if field.default is not MISSING:
            names[f"default_{field.name}"] = field.default
            parameters[-1] += f"=default_{field.name}"
        lines.append(f"    self.{field.name} = {field.name}")
    if hasattr(cls, "__post_init__"):
        raise TypeError(f"{cls.__name__}: __post_init__ would not be called")
    lines.append("    self.__class__ = frozen")
    given = ", ".join(parameters)
    exec("\n".join([f"def __init__(self, {given}):", "    set_class(self, opened)", *lines]), names)
    exec("\n".join([f"def make({given}):", "    self = opened()", *lines, "    return self"]), names)
    copied = [f"    self.{name} = value.{name}" for name in slots]
    exec("\n".join(["def copy(value):", "    self = opened()", *copied, "    return self"]), names)
    _MAKERS[cls] = names["make"]
    _COPIERS[cls] = names["copy"]
    made = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__module__ = cls.__module__
    made.__annotations__ = cls.__init__.__annotations__
    cls.__init__ = made  # type: ignore[method-assign]
    return cls


def maker(cls: Callable[Given, Made]) -> Callable[Given, Made]:
    """A function that makes values of a class that is made :func:`quickly`, from the same arguments.

    Raises KeyError for any other class.
    """
    make: Callable[Given, Made] = _MAKERS[cls]
    return make


def changed(value: Made, **changes: Any) -> Made:
    """The same value with other fields, as of :func:`dataclasses.replace`, in a third of the time.

    Raises KeyError for a value whose class is not made :func:`quickly`, AttributeError for what is no field.
    """
    cls = value.__class__
    made: Made = _COPIERS[cls](value)
    for name, new in changes.items():
        setattr(made, name, new)
    made.__class__ = cls
    return made
