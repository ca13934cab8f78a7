"""One page of a lesson: title and position at the top, the name of the step, then the content."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from core.teaching.session import TeachingSession
from gui.teach.block_view import BlockView
from gui.teach.metrics import Metrics, line_height, line_width, room_for, slide_font
from gui.teach.option_view import OptionView
from gui.teach.pages import Composition, SlideItem, compose
from gui.teach.slide_label import SlideLabel


class Slide(QWidget):
    """Shows a page of a running session. `voted(number, votes)` carries the requested number of votes."""

    voted = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("slide")
        self._parts: list[QWidget] = []
        self._views: list[BlockView | OptionView] = []
        self._kicker: SlideLabel | None = None
        self._composition: Composition | None = None

    @property
    def page_count(self) -> int:
        """The number of pages of the current step on this screen."""
        return len(self._composition.pages) if self._composition else 1

    def show_page(self, session: TeachingSession, percent: int, note: str) -> None:
        """Show the session's page at this zoom, with a note before the position.

        A page number past the end becomes the last page.
        """
        self._clear()
        metrics = Metrics(self.width(), self.height(), percent)
        body = self._add_frame(session, metrics, note)
        self._composition = compose(session.step, session.lesson.options, metrics, body.width(), body.height())
        session.page = min(session.page, self.page_count - 1)
        for item in self._composition.pages[session.page].items:
            self._add_item(item, session, body)
        for part in self._parts:
            part.show()
        self.show_votes(session)
        position = f"step {session.step_index + 1} of {len(session.lesson.steps)}"
        self.setAccessibleName(f"{session.lesson.title}: {session.step.name}, {position}")
        self.setAccessibleDescription(session.step.words())

    def show_votes(self, session: TeachingSession) -> None:
        """Show the votes."""
        tally, step = session.tally, session.step
        for view in self._views:
            if isinstance(view, OptionView):
                view.show_votes(tally.count(view.option.id), tally.total)
        if self._kicker is not None:
            words = [step.name]
            words += [f"{session.page + 1}/{self.page_count}"] if self.page_count > 1 else []
            words += [f"votes: {tally.total}"] if step.asking and tally.total else []
            self._kicker.setText(" · ".join(words))

    def refresh(self) -> None:
        """Apply the colors of a new theme."""
        for view in self._views:
            view.refresh()

    def _clear(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self._views = [], []

    def _add_frame(self, session: TeachingSession, metrics: Metrics, note: str) -> QRect:
        """Place the title, the position and the name of the step, and return the rest of the page below them."""
        page, font, strong = metrics.page, slide_font(metrics.frame), slide_font(metrics.frame, strong=True)
        position = f"{session.step_index + 1} / {len(session.lesson.steps)}"
        if note:
            position = f"{note} · {position}"
        wide = line_width(position, font) + 1
        room = page.width() - wide - metrics.share(4)
        title = QRect(page.left(), page.top(), room, room_for(session.lesson.title, font, room).height())
        if session.lesson.title:
            self._words(session.lesson.title, font, "slide_secondary", title, "slide_title")
        place = QRect(page.right() + 1 - wide, page.top(), wide, line_height(font))
        self._words(position, font, "slide_secondary", place, "slide_position")
        top = max(title.bottom(), place.bottom()) + 1 + metrics.share(2.6)
        self._kicker = self._words(
            session.step.name, strong, "slide_accent", QRect(page.left(), top, page.width(), line_height(strong)),
            "slide_step",
        )  # fmt: skip
        body = QRect(page)
        body.setTop(self._kicker.geometry().bottom() + 1 + metrics.share(2))
        return body

    def _words(self, text: str, font: QFont, tone: str, place: QRect, name: str) -> SlideLabel:
        words = SlideLabel(text, font, tone, place, self)
        words.setObjectName(name)
        self._parts.append(words)
        return words

    def _add_item(self, item: SlideItem, session: TeachingSession, body: QRect) -> None:
        view: BlockView | OptionView
        assert self._composition is not None
        metrics = self._composition.metrics
        if item.option is not None and item.laid_option is not None:
            option = session.lesson.options[item.option]
            view = OptionView(item.option + 1, option, item.laid_option, metrics, session.step.asking, self)
            view.voted.connect(self.voted)
        else:
            assert item.block is not None
            assert item.laid is not None
            view = BlockView(item.block, item.laid, metrics, item.first, self)
            view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.setGeometry(QRect(body.left(), body.top() + item.top, body.width(), item.height))
        self._parts.append(view)
        self._views.append(view)
