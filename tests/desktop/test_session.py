"""A whole presentation by the keys of a clicker on a real X server, on one screen and on two."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import pairwise

import pytest
from PIL import Image, ImageChops

from core.base.resources import resource_path
from core.content import Content
from core.content.citations import all_sources
from core.reference.shelf import load_shelf
from core.teaching.cases import load_cases
from core.teaching.lesson import Lesson, LessonStep, make_lesson
from tests.desktop.conftest import SCREEN, SCREENS, Desktop, Program, activate
from tests.desktop.waiting import until
from tests.desktop.x_window import Monitors, XWindow

NEXT, BACK = "Next", "Prior"


@pytest.fixture(scope="session")
def lessons(content: Content) -> tuple[Lesson, ...]:
    """Return the first five lessons as the program makes them now."""
    shelf = load_shelf(resource_path("reference"), content)
    today = date.today()
    sources = all_sources(content, shelf)
    folder = load_cases(resource_path("cases"), content, sources, today)
    return tuple(make_lesson(case.case, content, today, sources) for case in folder.cases[:5])


class Room:
    """The presenter's window as seen by a room: its names and its pixels."""

    def __init__(self, program: Program, window: XWindow) -> None:
        self._program, self.window = program, window
        self.screen = (0, 0, *SCREEN)

    def press(self, *keys: str) -> None:
        """Send the keys of the clicker."""
        self.window.type(*keys)

    def names(self) -> list[str]:
        """Return all text of the presenter's window, its own name first."""
        for window in self._program.app.children():
            if ", step " in window.name:
                return window.names()
        return []

    def shows(self, lesson: Lesson, step: LessonStep) -> None:
        """Wait until the step is on the screen, and check that its words are there."""
        place = f"{lesson.title}: {step.name}, step {lesson.steps.index(step) + 1} of {len(lesson.steps)}"
        names = until(lambda: (said := self.names())[:1] == [place] and said, place)
        words = " ".join(" ".join(names).split())
        options = [option.text for option in lesson.options] if step.asking else []
        for text in (*(block.text for block in step.blocks), *options):
            assert " ".join(text.split()) in words, (place, text)

    def picture(self) -> Image.Image:
        """Return the pixels of the screen that the presenter fills."""
        left, top, width, height = self.screen
        return self.window.picture().convert("RGB").crop((left, top, left + width, top + height))

    def becomes(self, color: tuple[int, int, int]) -> None:
        """Wait until every pixel has this color."""
        until(lambda: self.picture().getcolors(1) == [(self.screen[2] * self.screen[3], color)], f"all {color}")

    def is_back(self, before: Image.Image) -> None:
        """Wait until the screen looks as before."""
        until(lambda: not ImageChops.difference(self.picture(), before).getbbox(), "the same picture again")

    def settled(self) -> Image.Image:
        """Return the picture once it no longer changes."""
        last = [self.picture()]

        def still() -> bool:
            last.append(self.picture())
            return not ImageChops.difference(last[-2], last[-1]).getbbox()

        until(still, "a picture that stands still")
        return last[-1]


@contextmanager
def room(desktop: Desktop, program: Program) -> Iterator[Room]:
    """Yield the presenter's window. Give it the focus as a window manager does."""
    with XWindow(desktop.display, "Presenter") as window:
        window.take_keyboard()
        yield Room(program, window)


def test_a_session_of_five_cases_runs_by_the_clicker_alone(
    desktop: Desktop, launch: Callable[..., Program], lessons: tuple[Lesson, ...]
) -> None:
    program = launch()
    with XWindow(desktop.display, "Bonewatch") as window:
        activate(program, window)
        window.type("F5")
    with room(desktop, program) as seen:
        first = lessons[0]
        seen.shows(first, first.steps[0])
        pictures = []
        for lesson in lessons:
            for step in lesson.steps:
                seen.shows(lesson, step)
                if step.id == "commit":
                    vote(seen, lesson)
                pictures.append(seen.settled())
                if (lesson, step.id) != (lessons[-1], "teaching_point"):
                    seen.press(NEXT)
        assert all(ImageChops.difference(one, two).getbbox() for one, two in pairwise(pictures))
        go_back(seen, lessons[-1])
        blank(seen)
        zoom(seen)
        spotlight(seen)
        seen.press("Escape")
        until(lambda: not seen.names(), "the end of the session")
    assert program.process.poll() is None
    # Back to the last case of the session, in the window that it came from.
    assert lessons[-1].title in program.app.find("frame", "Bonewatch").names()


def vote(seen: Room, lesson: Lesson) -> None:
    """Vote three times for the second option and once for the first, then take one vote back."""
    for keys, total in ((("2", "2", "2"), 3), (("1",), 4), (("shift+2",), 3)):
        seen.press(*keys)
        until(lambda total=total: f"Commit · votes: {total}" in seen.names(), f"{total} votes")  # type: ignore[misc]
    rows = [name for name in seen.names() if ", votes: " in name]
    expected = [1, 2, *[0] * (len(lesson.options) - 2)]
    assert rows == [
        f"{number}: {option.text}, votes: {count}"
        for number, (option, count) in enumerate(zip(lesson.options, expected, strict=True), start=1)
    ]


def go_back(seen: Room, lesson: Lesson) -> None:
    """Go back over the whole last case to its start, and forward to the answer. The votes are still shown."""
    for step in reversed(lesson.steps[:-1]):
        seen.press(BACK)
        seen.shows(lesson, step)
    for step in lesson.steps[1:4]:
        seen.press(NEXT)
        seen.shows(lesson, step)
    assert lesson.steps[3].id == "answer"
    assert "Answer · votes: 3" in seen.names()
    assert sum(", the answer" in name for name in seen.names()) == 1


def blank(seen: Room) -> None:
    """Blank to black, switch to white, and return by the next key, which then does not go to the next page."""
    before = seen.settled()
    seen.press("b")
    seen.becomes((0, 0, 0))
    seen.press("w")
    seen.becomes((255, 255, 255))
    seen.press(NEXT)
    seen.is_back(before)
    seen.press("period")
    seen.becomes((0, 0, 0))
    seen.press("period")
    seen.is_back(before)


def zoom(seen: Room) -> None:
    """Go up by a named zoom step, which changes the picture, and down, which restores it."""
    before = seen.settled()
    seen.press("plus")
    until(lambda: any(name.startswith("Large · ") for name in seen.names()), "the name of the zoom")
    assert ImageChops.difference(seen.settled(), before).getbbox()
    seen.press("minus")
    seen.is_back(before)


def spotlight(seen: Room) -> None:
    """Check that everything except the pointer's surroundings is dark, and that the light follows the pointer."""
    before = seen.settled()
    width, height = seen.screen[2:]
    near, far = (width // 4, height // 2), (width - 20, height - 20)
    seen.window.point(*near)
    seen.press("s")
    until(lambda: sum(seen.picture().getpixel(far)) < sum(before.getpixel(far)) / 2, "the dark")
    assert seen.settled().getpixel(near) == before.getpixel(near)
    seen.window.point(*far)
    until(lambda: seen.picture().getpixel(far) == before.getpixel(far), "the light at the pointer")
    seen.press("s")
    seen.is_back(before)


def test_an_unplugged_screen_leaves_the_session_on_the_other(
    two_screens: Desktop, launch_on_two: Callable[..., Program], lessons: tuple[Lesson, ...]
) -> None:
    program = launch_on_two()
    lesson = lessons[0]
    with XWindow(two_screens.display, "Bonewatch") as window:
        activate(program, window)
        window.choose("alt+t", "o", "2")  # Teach, Present on, Screen 2
    with room(two_screens, program) as seen:
        monitors = Monitors(two_screens.display)
        until(lambda: seen.window.box() == SCREENS["beamer"], "the presenter on the second screen")
        seen.press(NEXT, NEXT, "2", "plus")
        until(lambda: "Commit · votes: 1" in seen.names(), "the vote")
        seen.screen = SCREENS["beamer"]
        large = seen.settled()
        monitors.pull("beamer")
        until(lambda: seen.window.box() == SCREENS["desk"], "the presenter on the screen that is left")
        seen.screen = SCREENS["desk"]
        until(lambda: "Commit · votes: 1" in seen.names(), "the vote, still there")
        assert any(name.startswith("Large · ") for name in seen.names())
        seen.shows(lesson, lesson.steps[2])
        # The presenter has the size of the new screen and takes the same keys.
        assert seen.settled().size != large.size
        assert len(seen.settled().getcolors(SCREEN[0] * SCREEN[1]) or []) > 50
        seen.press(NEXT)
        seen.shows(lesson, lesson.steps[3])
        assert "Answer · votes: 1" in seen.names()
        # Connecting the screen again changes nothing for the room: the session continues where it is.
        monitors.plug("beamer", *SCREENS["beamer"])
        seen.press("0")  # Back to the standard size, in which every step has one page.
        for step in lesson.steps[4:]:
            seen.press(NEXT)
            seen.shows(lesson, step)
        seen.press(NEXT)
        seen.shows(lessons[1], lessons[1].steps[0])
        seen.press(BACK)
        seen.shows(lesson, lesson.steps[-1])
        assert seen.window.box() == SCREENS["desk"]
        seen.press("Escape")
        until(lambda: not seen.names(), "the end of the session")
    assert program.process.poll() is None
    assert program.app.find("frame", "Bonewatch")


def test_the_screen_of_the_window_may_go_during_a_show(
    two_screens: Desktop, launch_on_two: Callable[..., Program], lessons: tuple[Lesson, ...]
) -> None:
    program = launch_on_two()
    lesson = lessons[0]
    with XWindow(two_screens.display, "Bonewatch") as window:
        activate(program, window)
        window.choose("alt+t", "o", "2")
        with room(two_screens, program) as seen:
            until(lambda: seen.window.box() == SCREENS["beamer"], "the presenter on the second screen")
            seen.press(NEXT, NEXT, "3")
            until(lambda: "Commit · votes: 1" in seen.names(), "the vote")
            Monitors(two_screens.display).pull("desk")
            seen.press(NEXT)
            seen.shows(lesson, lesson.steps[3])
            assert "Answer · votes: 1" in seen.names()
            assert seen.window.box() == SCREENS["beamer"]
            seen.press("Escape")
            until(lambda: not seen.names(), "the end of the session")
    assert lesson.title in program.app.find("frame", "Bonewatch").names()
