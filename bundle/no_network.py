"""Run first in the executable, which has no module `socket`: provide an empty one, which is imported but never used.

`email.utils` imports it; `importlib.metadata` loads that, and pydantic loads `importlib.metadata`.
"""

import sys
import types

sys.modules["socket"] = types.ModuleType("socket")
