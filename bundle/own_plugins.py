"""Run first in the executable: make Qt load its plugins from this folder, whatever other programs have configured.

Replaces PyInstaller's own hook, which loads Qt for this even for commands that do not need Qt.
"""

import os
import sys

place = "PySide6/plugins" if sys.platform == "win32" else "PySide6/Qt/plugins"
os.environ["QT_PLUGIN_PATH"] = f"{sys._MEIPASS}/{place}"  # type: ignore[attr-defined]
