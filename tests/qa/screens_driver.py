"""The program's window on an X server whose screens change, with its appearance after each change, as JSON."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication

from gui.application import make_application
from gui.window.main_window import MainWindow
from tests.desktop.waiting import until
from tests.desktop.x_window import Monitors
from tests.qa.carried_window import CASE, blur, icon_density, open_window, rest, seen

_LAPTOP, _PROJECTOR, _WHOLE = (1920, 1080), (1024, 768), (5760, 2160)


def _change(window: MainWindow, act: Callable[[], None], done: Callable[[], bool]) -> None:
    act()

    def has_come() -> bool:
        rest(window)
        return done()

    until(has_come, "the other screens")
    rest(window)


def main(folder: Path) -> int:
    """Change a laptop's screen to a projector's size and back, then to a denser screen. Print the appearances."""
    monitors = Monitors(os.environ["DISPLAY"])
    for mode in (_LAPTOP, _PROJECTOR):
        monitors.add_mode(*mode)
    monitors.set_mode(*_LAPTOP, _WHOLE)
    app = make_application("light")
    window = open_window(folder / "preferences.json")
    window.state.show_scenario(CASE.scenario)
    window.move(200, 100)
    rest(window)
    told: dict[str, Any] = {"at first": seen(window)}

    def laptop(room: tuple[int, int]) -> None:
        _change(
            window,
            lambda: monitors.set_mode(*room, _WHOLE),
            lambda: QGuiApplication.screens()[0].size().toTuple() == room,
        )

    laptop(_PROJECTOR)
    told["doubled"] = seen(window)
    laptop(_LAPTOP)
    told["alone again"] = seen(window)
    window.present()
    rest(window)
    presenter = window.teach.place.presenter
    assert presenter is not None
    told["presented"] = seen(presenter)
    laptop(_PROJECTOR)
    told["presented, doubled"] = seen(presenter)
    presenter.close()
    window.show_decide()
    laptop(_LAPTOP)
    told["denser"] = app.devicePixelRatio()
    _change(window, lambda: monitors.plug("wall", 1920, 0, 3840, 2160), lambda: len(QGuiApplication.screens()) == 2)
    told["denser then"] = app.devicePixelRatio()
    told["blur at home"], told["icon at home"] = blur(window), icon_density(window)
    (wall,) = (screen for screen in QGuiApplication.screens() if screen.name() == "wall")
    window.move(wall.availableGeometry().topLeft())
    rest(window)
    told["on the wall"] = seen(window)
    told["blur on the wall"], told["icon on the wall"] = blur(window), icon_density(window)
    _change(window, lambda: monitors.pull("wall"), lambda: len(QGuiApplication.screens()) == 1)
    told["pulled"] = seen(window)
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
