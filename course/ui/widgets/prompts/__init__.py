"""Which view asks which kind of prompt. A test names a kind that was forgotten."""

from __future__ import annotations

from typing import Any

from course.content import prompts as kinds
from course.ui.widgets.prompts.again import AgainView
from course.ui.widgets.prompts.ask_my_plan import AskMyPlanView
from course.ui.widgets.prompts.choose import ChooseView
from course.ui.widgets.prompts.listing import ListingView
from course.ui.widgets.prompts.order import OrderView
from course.ui.widgets.prompts.pause import PauseView
from course.ui.widgets.prompts.rate import RateView
from course.ui.widgets.prompts.rows import RowsView
from course.ui.widgets.prompts.scenario import ScenarioView
from course.ui.widgets.prompts.sort import SortView
from course.ui.widgets.prompts.task import TaskView
from course.ui.widgets.prompts.view import PromptView
from course.ui.widgets.prompts.write import WriteView

VIEWS: dict[type[kinds.Prompt], type[PromptView[Any]]] = {
    kinds.Choose: ChooseView,
    kinds.Order: OrderView,
    kinds.Sort: SortView,
    kinds.Scenario: ScenarioView,
    kinds.Rate: RateView,
    kinds.Write: WriteView,
    kinds.Listing: ListingView,
    kinds.Rows: RowsView,
    kinds.Pause: PauseView,
    kinds.Task: TaskView,
    kinds.Again: AgainView,
    kinds.AskMyPlan: AskMyPlanView,
}
