from course.content.course import Course
from course.notebook.notebook import Notebook
from course.plan.laid import laid_out
from tests.plan.small import listed, notebook


def test_every_section_of_the_outline_is_laid_out(course: Course) -> None:
    laid = laid_out(course, Notebook(), region="UK")
    assert [each.part.id for each in laid] == ["about", "why", "people", "pairs", "helps", "lines"]


def test_a_section_names_the_prompts_that_can_be_answered(course: Course) -> None:
    laid = {each.part.id: each for each in laid_out(course, Notebook(), region="UK")}
    assert laid["pairs"].prompt_ids == ("pairs",)
    assert laid["lines"].prompt_ids == ()


def test_a_section_is_filled_once_the_learner_wrote_something(course: Course) -> None:
    laid = {
        each.part.id: each for each in laid_out(course, notebook(reasons=listed("Mia")), region="")
    }
    assert laid["why"].filled
    assert not laid["people"].filled
    assert not laid["lines"].filled
    assert not laid["lines"].part.default
