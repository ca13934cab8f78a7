"""Loading of Qt for Python, limited to what a window needs and without PySide6's replacement of Python's import."""

import builtins
import gc
import sys
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from typing import Any

# The module that writes PySide6's stub files for editors. The program never uses it, and loading it takes a fifteenth
# of the start.
_PACKAGE, _STUB_WRITER = "shibokensupport.signature.lib", "pyi_generator"


def load_qt() -> None:
    """Load what every window needs of PySide6, and keep Python's own import function.

    PySide6 replaces the import function to support a second spelling of Qt's names (`__feature__`), which this program
    does not use. The replacement reads the source of every later import and keeps it in memory. Raises ImportError if
    Qt cannot be loaded.
    """
    plain = builtins.__import__

    def without_stub_writer(name: str, *how: Any, **more: Any) -> Any:
        if name == _PACKAGE:
            # Register an empty module in its place, but only now: at its start PySide6 removes modules of its package.
            full_name = f"{_PACKAGE}.{_STUB_WRITER}"
            sys.modules.setdefault(full_name, module_from_spec(ModuleSpec(full_name, None)))
        return plain(name, *how, **more)

    gc.disable()  # everything loaded here lives until exit, so there is nothing to collect
    builtins.__import__ = without_stub_writer
    try:
        import PySide6.QtWidgets  # noqa: F401
    finally:
        builtins.__import__ = plain
        gc.enable()
