"""Run first in the executable, which has no module `socket`: an empty one for those who import it and never ask it.

`email.utils` does, which `importlib.metadata` loads, which pydantic loads.
"""

import sys
import types

sys.modules["socket"] = types.ModuleType("socket")
