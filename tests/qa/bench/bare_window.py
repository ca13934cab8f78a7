"""The smallest PySide6 window: the size of the program's window, with one word in it. It is the baseline of the others."""

import sys

from PySide6.QtWidgets import QApplication, QLabel


class BareWindow(QLabel):
    """The window, not yet shown. An application must exist."""

    def __init__(self) -> None:
        super().__init__("Bare")
        self.resize(1280, 800)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = BareWindow()
    window.show()
    sys.exit(app.exec())
