"""Run first in the executable, which has no module `socket`: provide an empty one for code that imports but never uses
it.

`email.utils` imports it; `importlib.metadata` loads that, and pydantic loads `importlib.metadata`.
"""

import sys
import types

sys.modules["socket"] = types.ModuleType("socket")
