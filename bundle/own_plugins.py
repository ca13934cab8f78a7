"""Run first in the executable: Qt takes its plugins from this folder, whatever other programs have set for theirs.

Stands in for PyInstaller's own hook, which loads Qt for it, also for the commands that need none.
"""

import os
import sys

place = "PySide6/plugins" if sys.platform == "win32" else "PySide6/Qt/plugins"
os.environ["QT_PLUGIN_PATH"] = f"{sys._MEIPASS}/{place}"  # type: ignore[attr-defined]
