"""`bonewatch cases --handout`: a teaching case on one sheet for learners. Only PDF loads Qt."""

from argparse import Namespace

from core.base.resources import resource_path
from core.case.case_file import Case, CaseError, read_case_file
from core.content import Content
from core.content.citations import all_sources
from core.content.packaged import packaged_content
from core.reference.shelf import Shelf, load_shelf
from core.teaching.cases import ENDING, case_faults
from core.teaching.lesson import make_lesson
from gui.commands.common import complain, output_path, read_case, today
from gui.commands.export import prepare_for
from gui.paper.page_files import HANDOUT_ENDINGS, save_handout


def handout_command(options: Namespace) -> int:
    """Write the sheet. Return exit status 0, or 2 if the case or the file cannot be used."""
    if not options.handout or not options.output:
        complain(["--handout CASE and --output FILE go together: name a case and a file"])
        return 2
    try:
        path = output_path(options.output, HANDOUT_ENDINGS)
    except CaseError as error:
        complain(error.problems)
        return 2
    content = packaged_content()
    shelf = load_shelf(resource_path("reference"), content)
    try:
        case = _teaching_case(options.handout, content, shelf)
    except CaseError as error:
        complain(error.problems, prefix=f"{options.handout}: ")
        return 2
    prepare_for(path)
    sources = all_sources(content, shelf)
    lesson = make_lesson(case, content, today(), sources)
    problem = save_handout(lesson, content, sources, today(), options.answer, path, options.paper)
    if problem:
        complain([f"{path}: {problem}"])
        return 2
    return 0


def _teaching_case(name: str, content: Content, shelf: Shelf) -> Case:
    """Return a bundled case by its id, or else the case in a file. Raises CaseError with every reason against teaching it."""
    bundled = resource_path("cases") / f"{name}{ENDING}"
    case = read_case_file(bundled) if name.isidentifier() and bundled.is_file() else read_case(name)
    problems = list(case_faults(case, content, all_sources(content, shelf), today()))
    if problems:
        raise CaseError(problems)
    return case
