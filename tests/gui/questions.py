"""Answer the questions of the window's message boxes, as a user would."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from tests.gui.screen import plain


@dataclass
class Asked:
    """The questions asked: the words of each, and the possible answers, with that of Enter first."""

    words: list[str] = field(default_factory=list)
    choices: list[list[str]] = field(default_factory=list)


class _Answerer(QObject):
    """Waits for questions while the window works."""

    def __init__(self, answers: list[str], asked: Asked) -> None:
        super().__init__()
        self._answers, self._asked = answers, asked
        self._timer = QTimer(self)
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            return
        buttons = {plain(button.text()): button for button in box.findChildren(QPushButton)}
        self._asked.words.append(f"{box.text()} {box.informativeText()}")
        self._asked.choices.append(sorted(buttons, key=lambda text: not buttons[text].isDefault()))
        if self._answers:
            answer = self._answers.pop(0)
            if answer == "Esc":
                QTest.keyClick(box, Qt.Key.Key_Escape)
            else:
                buttons[answer].click()
        else:
            box.reject()


@contextmanager
def answering(*answers: str) -> Iterator[Asked]:
    """Answer each question by the button with these words or by "Esc", in this order. Answer a further question by Esc.

    At the end every answer must have been used.
    """
    asked, left = Asked(), list(answers)
    answerer = _Answerer(left, asked)
    yield asked
    answerer.deleteLater()
    assert left == [], f"never asked for: {left}"
    assert len(asked.words) == len(answers), asked.words
