"""Every word of the program can be said in another language, and all of them are in the ones that it speaks."""

import ast
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

from gui.language import LANGUAGES
from tools.translations import FOLDER, ROOT, phrases, release

SPOKEN = [language for language in LANGUAGES if language != "en"]

DOCUMENTS = {
    "gui/commands",  # the command line, which is English
    "gui/gallery",  # for those who design
    "gui/paper/blocks.py",  # pages that leave the program are in the content's language as a whole
    "gui/paper/pdf.py",
    "gui/paper/sheet.py",
    "gui/paper/page_html.py",
    "gui/__main__.py",
    "gui/look/style_sheet.py",
    "gui/look/tokens.py",
}
"""What is never shown in the window, or has no words for people."""

NAMES = {"Bonewatch", "Ctrl+", "[*] - Bonewatch", " UTC, Bonewatch ", "/Library/Managed Preferences"}
"""What is the same in every language: names, keys, and the log of faults."""

SINKS = {
    **dict.fromkeys(
        (
            "QAction", "QGroupBox", "QLabel", "QMenu", "QPushButton", "CheckSegment", "Key", "Link", "Paragraph", "RadioSegment", "Text", "WrappingButton",
            "addAction", "addButton", "addItem", "addMenu", "addTab", "setAccessibleDescription", "setAccessibleName", "setInformativeText", "setPlaceholderText",
            "setPrefix", "setSpecialValueText", "setStatusTip", "setSuffix", "setText", "setTitle", "setToolTip", "setWhatsThis", "setWindowTitle",
        ),
        0,
    ),
    **dict.fromkeys(("Box", "Disclosure", "Fold", "Panel", "PlotPanel", "getOpenFileName", "getSaveFileName"), 1),
}  # fmt: skip
"""Which of its arguments each of these shows to people."""

TRANSLATED = {"tr", "translate", "Phrase"}
SENTENCE = re.compile(r"[A-Za-z]{2,}[,;:.]? [A-Za-z]{2,}")
WORD = re.compile(r"[A-Za-z]{2,}")


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def untranslated(source: str) -> list[str]:
    """The words in a module that people see and that nothing could translate."""
    tree = ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    found = []
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)) or node.value in NAMES:
            continue
        above: list[tuple[ast.AST, ast.AST]] = []
        here: ast.AST = node
        while here in parents:
            above.append((parents[here], here))
            here = parents[here]
        if isinstance(above[0][0], ast.Expr) or any(is_exempt(parent, child) for parent, child in above):
            continue
        calls = ((p, c) for p, c in above if isinstance(p, ast.Call) and name_of(p) not in ("format", "join"))
        shown = any(shown_argument(call) is child for call, child in list(calls)[:1])
        if SENTENCE.search(node.value) or (shown and WORD.search(node.value)):
            found.append(f"{node.lineno}: {node.value!r}")
    return found


def shown_argument(call: ast.Call) -> ast.AST | None:
    place = SINKS.get(name_of(call))
    return call.args[place] if place is not None and place < len(call.args) else None


def is_exempt(parent: ast.AST, child: ast.AST) -> bool:
    """Whether what stands in `child` of `parent` is translated, or is not for people who look at the window."""
    if isinstance(parent, ast.Raise | ast.Subscript | ast.Compare):
        return True
    if isinstance(parent, ast.AnnAssign | ast.arg):
        return parent.annotation is child
    if isinstance(parent, ast.FunctionDef):
        return parent.returns is child
    # A name that is looked up, and not a text that is shown.
    return isinstance(parent, ast.Call) and name_of(parent) in {
        *TRANSLATED,
        "described",
        "removeprefix",
        "getattr",
        "px",
    }


def modules() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "gui").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not any(name == document or name.startswith(f"{document}/") for document in DOCUMENTS):
            yield name, path.read_text(encoding="utf-8")


def test_that_no_word_of_the_window_is_beyond_translation() -> None:
    assert {name: found for name, source in modules() if (found := untranslated(source))} == {}


@pytest.mark.parametrize(
    "line",
    [
        "label.setText('Order')",
        "label.setToolTip(f'Order {study}')",
        "button = QPushButton('&Order', parent)",
        "tell('Nothing was saved')",
        "told = f'{file} was not saved'",
        "box.setText('Right' if right else self.tr('Wrong'))",
    ],
)
def test_that_a_word_beyond_translation_is_seen(line: str) -> None:
    assert untranslated(line)


@pytest.mark.parametrize(
    "line", ["label.setText(self.tr('Order'))", "label.setObjectName('order me')", "Phrase('is missing here')", "'A docstring of words.'"]
)  # fmt: skip
def test_that_what_can_be_translated_or_is_never_shown_passes(line: str) -> None:
    assert [found for found in untranslated(line) if "order me" not in found] == []


# What the source says and what is translated


class Message(NamedTuple):
    """One entry: where it belongs, what it says, and whether a number decides its form."""

    context: str
    source: str
    numbered: bool


def said_in_source() -> set[Message]:
    """All that the source gives away to be translated."""
    found = {Message("core", template, False) for template in phrases()}
    for path in sorted((ROOT / "gui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for holder in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef | ast.Module)):
            context = holder.name if isinstance(holder, ast.ClassDef) else ""
            for call in calls_in(holder):
                if name_of(call) == "tr":
                    assert ast.unparse(call.func) == "self.tr", (
                        f"{path}:{call.lineno}: only of itself is the context known"
                    )
                    found.add(Message(context, constant(call.args[0], path), len(call.args) > 2))
                elif name_of(call) == "translate" and len(call.args) > 1 and isinstance(call.args[1], ast.Constant):
                    assert len(call.args) == 2, f"{path}:{call.lineno}: Qt's tool sees the number in self.tr() alone"
                    found.add(Message(constant(call.args[0], path), constant(call.args[1], path), False))
    return found


def calls_in(holder: ast.AST) -> Iterator[ast.Call]:
    """The calls in a class, or in a module outside of its classes."""
    for child in ast.iter_child_nodes(holder):
        if isinstance(child, ast.Call):
            yield child
        if not isinstance(child, ast.ClassDef):
            yield from calls_in(child)


def constant(node: ast.AST, path: Path) -> str:
    assert isinstance(node, ast.Constant) and isinstance(node.value, str), f"{path}:{ast.unparse(node)}"
    return node.value


def messages(language: str) -> Iterator[tuple[Message, ET.Element]]:
    for context in ET.parse(FOLDER / f"bonewatch_{language}.ts").getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            entry = Message(
                context.findtext("name", ""), message.findtext("source", ""), message.get("numerus") == "yes"
            )
            yield entry, translation


def forms(translation: ET.Element) -> list[str]:
    """The translation, in as many forms as numbers have in its language."""
    return [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]


def test_that_many_things_are_said() -> None:
    assert len(said_in_source()) > 550


@pytest.mark.parametrize("language", SPOKEN)
def test_that_the_translation_has_what_the_source_says_and_no_more(language: str) -> None:
    # `make translations` sees to it.
    assert {message for message, _ in messages(language)} == said_in_source()


@pytest.mark.parametrize("language", SPOKEN)
def test_that_nothing_is_left_to_translate(language: str) -> None:
    assert [message for message, found in messages(language) if found.get("type") or not all(forms(found))] == []


@pytest.mark.parametrize("language", SPOKEN)
def test_that_a_translation_keeps_gaps_marks_and_endings(language: str) -> None:
    def marks(text: str) -> tuple[object, ...]:
        gaps = sorted(f"{name}:{form}" for _, name, form, _ in Formatter().parse(text) if name is not None)
        pieces = Counter(piece for piece in (";;", "%n") for _ in range(text.count(piece)))
        patterns = sorted(re.findall(r"\*\.?\w*", text))
        return gaps, pieces, patterns, len(re.findall("&[^& ]", text)), text.endswith("…"), text[-1:] in ".:"

    wrong = [
        (m.source, form) for m, found in messages(language) for form in forms(found) if marks(form) != marks(m.source)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", SPOKEN)
def test_that_a_problem_names_its_field_in_every_language(language: str) -> None:
    # The form of a case finds the field by what stands before the colon.
    keyed = [(m.source, forms(f)[0]) for m, f in messages(language) if re.match(r"(teaching|schema)\b.*: ", m.source)]
    assert len(keyed) > 5
    assert [pair for pair in keyed if pair[0].split(":")[0] != pair[1].split(":")[0]] == []


@pytest.mark.parametrize("language", SPOKEN)
def test_that_what_is_loaded_is_what_was_translated(language: str, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    release(FOLDER / f"bonewatch_{language}.ts", made)

    # `make translations` makes it anew.
    assert made.read_bytes() == (FOLDER / f"bonewatch_{language}.qm").read_bytes()
