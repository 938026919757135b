"""One prompt of every kind, made by hand."""

from __future__ import annotations

from course.content.lesson import Passage, Reading
from course.content.prompts import (
    Again,
    AskMyPlan,
    Box,
    Choose,
    Column,
    Listing,
    Option,
    Order,
    Part,
    Pause,
    Prompt,
    Rate,
    Rows,
    Scenario,
    Sort,
    SortItem,
    Task,
    Turn,
    Write,
)
from course.content.prose import Items, Para, Prose, Span


def said(*texts: str) -> Prose:
    return tuple(Para((Span(text),)) for text in texts)


def option(name: str, words: str, why: str = "", right: bool = False) -> Option:
    return Option(id=name, words=(Span(words),), why=said(why) if why else (), right=right)


READING = Reading(
    id="what-a-slip-is",
    title="What a slip is",
    passages=(
        Passage(
            prose=(
                Para(
                    (
                        Span("A "),
                        Span("slip", "strong"),
                        Span(
                            " is one use, or a few. It is not the end of recovery, and it is not nothing."
                        ),
                    )
                ),
                Items(
                    (
                        (Span("It tells you where the plan was thin."),),
                        (Span("It does not take back what you learned."),),
                    )
                ),
            )
        ),
        Passage(
            voice="article",
            refs=("20",),
            prose=said("The article says relapse is common, and that it is not a failure."),
        ),
        Passage(
            voice="research",
            refs=("A1",),
            prose=said(
                "The first days after a slip are the most dangerous ones. The body has lost its tolerance."
            ),
        ),
        Passage(
            voice="course",
            prose=said("We use the word slip for one use, and relapse for a return to how it was."),
        ),
    ),
)
SAFETY = Reading(
    id="safety",
    title="Your safety",
    passages=(
        Passage(
            voice="safety",
            refs=("tolerance",),
            title="Your body has changed",
            prose=said(
                "Your body loses its tolerance fast. A dose that was normal before can kill you now.",
                "Call {emergency}.",
            ),
        ),
        Passage(
            voice="summary",
            prose=(
                Items(
                    (
                        (Span("A slip is a sign, not a verdict."),),
                        (Span("Tell one safe person first."),),
                    )
                ),
            ),
        ),
    ),
)

JO = Choose(
    id="jo",
    lead=said(
        "Jo was sober for five months and used last night. What does the lesson say this means?"
    ),
    options=(
        option(
            "no-point",
            "Treatment did not work, so there is no point going back",
            "It can feel that way. But a slip does not undo five months. Most people who are well now needed more than one try.",
        ),
        option(
            "change",
            "Something in the plan needs to change, starting today",
            "Yes. A slip shows where the plan was thin. Tell one safe person, then look at what happened just before.",
            True,
        ),
        option(
            "wait",
            "Jo should wait a while before telling anyone",
            "Waiting alone is when one use turns into many. A slip is common, and it tells you where the plan was thin. Tell one safe person first; then look at what happened just before.",
        ),
        option(
            "nothing",
            "It was only once, so it means nothing and nobody needs to know about it at all",
            "It is true that once is once. But the hours after it are risky, and keeping it a secret makes them harder. One call is enough.",
        ),
    ),
)
SURE = JO.model_copy(update={"id": "jo-sure", "sure": True})
SEVERAL = Choose(
    id="signs",
    lead=said("Which of these are signs of an overdose? Tick all you know."),
    options=(
        option("lips", "Blue or grey lips", "Lips turn blue when there is too little air.", True),
        option(
            "snore",
            "Deep snoring or gurgling",
            "This is a sound of a blocked throat. It is an emergency.",
            True,
        ),
        option("pinpoint", "Very small pupils", "Opioids make pupils small as a pin.", True),
        option(
            "talks",
            "Talking fast",
            "People in an opioid overdose do not talk fast. They cannot be woken.",
        ),
    ),
)
MENU = Choose(
    id="menu",
    lead=said("What helps you most?"),
    options=(option("walk", "A walk"), option("call", "A call"), option("music", "Music")),
)
ORDER = Order(
    id="steps",
    lead=said("Put the steps in order."),
    options=(
        option("shake", "Shake them and shout", "First find out if they can be woken."),
        option("call", "Call for help", "Help needs time to come, so call early."),
        option("naloxone", "Give naloxone", "It works in a few minutes."),
        option("breathe", "Breathe for them", "Air keeps the brain alive until it works."),
    ),
)
SORT = Sort(
    id="inside",
    lead=said("Where does each one come from?"),
    boxes=(Box(id="in", title="Inside me"), Box(id="out", title="Around me")),
    items=(
        SortItem(
            id="pain",
            words=(Span("Back pain"),),
            why=said("Pain is in your body. Ask your doctor about safe ways to treat it."),
            box="in",
        ),
        SortItem(
            id="payday",
            words=(Span("Payday"),),
            why=said("Payday is a time. The joy you feel about it is inside."),
            box="out",
        ),
        SortItem(id="shame", words=(Span("Shame"),), why=said("Shame is a feeling."), box="in"),
    ),
)
STORY = Scenario(
    id="friday",
    lead=said("Read, and choose what Sam does."),
    parts=(
        Part(
            id="text",
            title="Five o'clock",
            prose=said("It is payday. A friend Sam used with sends a text: Come by tonight."),
            turns=(
                Turn(
                    id="home",
                    words=(Span("Say nothing and go home by another road"),),
                    why=said("Sam left the chain at the first gap."),
                    to="home",
                ),
                Turn(
                    id="door",
                    words=(Span("Go by just to say hello"),),
                    why=said(
                        "This puts Sam in the middle of people, place and cash. It can still be turned round."
                    ),
                    to="door",
                ),
            ),
        ),
        Part(
            id="door",
            title="At the door",
            prose=said("There is laughing inside. Somebody says: just this once."),
            turns=(
                Turn(
                    id="leave",
                    words=(Span("Leave now, and call Dee from the bus"),),
                    why=said("A late exit is still a win."),
                    to="home",
                ),
            ),
        ),
        Part(id="home", title="Home", prose=said("Sam is home. The craving is smaller.")),
    ),
)
RATE = Rate(
    id="rate",
    lead=said("How sure are you that you could tell a friend?"),
    ends=(
        option("low", "not sure at all", "Thank you for being honest. Try just one line."),
        option("high", "very sure", "Good. Tell someone this week."),
    ),
)
WRITE = Write(
    id="letter",
    lead=said("Write a letter to yourself for the day after a slip."),
    menu=(
        option("dear", "Dear me, this is a hard day, and…"),
        option("remember", "Remember when you…"),
        option("first", "The first thing to do is…"),
    ),
    model=said("Dear me, this is a hard day. You have had hard days before. Call Dee."),
    check=(option("kind", "It is kind"), option("step", "It names one first step")),
)
LIST = Listing(
    id="my-triggers",
    lead=said("Write your own triggers. One is enough to start."),
    least=1,
    most=3,
    menu=(
        option("payday", "Payday"),
        option("arguing", "Arguing with my brother"),
        option("alone", "Being alone at night"),
    ),
)
ROWS = Rows(
    id="when-then",
    lead=said("For each one, the first thing you will do."),
    least=2,
    most=8,
    columns=(
        Column(
            id="when",
            title="When",
            source="my-triggers",
            menu=(option("payday", "Payday"), option("night", "I am alone at night")),
        ),
        Column(
            id="first",
            title="First I will",
            menu=(option("call", "Call a name on my list"), option("walk", "Walk out of the door")),
        ),
        Column(id="sure", title="How likely am I to do it?", shape="0-10"),
    ),
)
ALL_SHAPES = Rows(
    id="shapes",
    lead=said("One of each."),
    least=1,
    most=4,
    columns=tuple(
        Column(
            id=shape,
            title=f"A {shape}",
            shape=shape,
            menu=(option("a", "First"), option("b", "Second"))
            if shape in ("text", "one-of", "hours")
            else (),
        )
        for shape in (
            "text",
            "long",
            "phone",
            "hours",
            "date",
            "tick",
            "0-10",
            "0-100",
            "one-of",
            "person",
            "week",
        )
    ),
)
PAUSE = Pause(
    id="breathe",
    lead=said("Sit down if you can."),
    seconds=60,
    menu=(
        option("in", "Breathe in while you count to four"),
        option("out", "Breathe out while you count to six"),
    ),
)
TASK = Task(
    id="see-one", lead=said("Before next time: notice one trigger, and write down what you did.")
)
AGAIN = Again(id="my-triggers", lead=said("Have you seen another one since?"))
ASK = AskMyPlan(
    id="recall",
    source="when-then",
    lead=said("{when}. What will you do first?"),
    answer=said("Your plan says: {first}"),
)
KINDS: dict[str, Prompt] = {
    "choose": JO,
    "sure": SURE,
    "several": SEVERAL,
    "menu": MENU,
    "order": ORDER,
    "sort": SORT,
    "scenario": STORY,
    "rate": RATE,
    "write": WRITE,
    "list": LIST,
    "rows": ROWS,
    "shapes": ALL_SHAPES,
    "pause": PAUSE,
    "task": TASK,
    "again": AGAIN,
    "ask": ASK,
}
