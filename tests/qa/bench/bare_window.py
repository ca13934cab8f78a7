"""The least that PySide6 can show: a window of the program's size with one word in it. The baseline of the others."""

import sys

from PySide6.QtWidgets import QApplication, QLabel


class BareWindow(QLabel):
    """The window, not yet shown; there must be an application."""

    def __init__(self) -> None:
        super().__init__("Bare")
        self.resize(1280, 800)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = BareWindow()
    window.show()
    sys.exit(app.exec())
