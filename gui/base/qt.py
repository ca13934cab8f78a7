"""Qt for Python, loaded with what a window needs of it and no more, so that it leaves alone how Python imports."""

import builtins
import gc
import sys
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from typing import Any

# What writes PySide6's stub files for editors. It is never asked here, and its loading takes a fifteenth of a start.
_PACKAGE, _STUB_WRITER = "shibokensupport.signature.lib", "pyi_generator"


def load_qt() -> None:
    """Loads what every window needs of PySide6, and keeps Python's own import. Raises ImportError where Qt cannot be.

    PySide6 would put one of its own in its place, for a second way of writing Qt's names (`__feature__`), which this
    program does not use: it reads the source of all that is imported from then on, and keeps it in memory.
    """
    plain = builtins.__import__

    def without_stub_writer(name: str, *how: Any, **more: Any) -> Any:
        if name == _PACKAGE:
            # An empty module stands in. Not before: what PySide6 finds of its own when it begins, it takes away.
            full_name = f"{_PACKAGE}.{_STUB_WRITER}"
            sys.modules.setdefault(full_name, module_from_spec(ModuleSpec(full_name, None)))
        return plain(name, *how, **more)

    gc.disable()  # all of it stays: there is nothing to collect in it
    builtins.__import__ = without_stub_writer
    try:
        import PySide6.QtWidgets  # noqa: F401
    finally:
        builtins.__import__ = plain
        gc.enable()
