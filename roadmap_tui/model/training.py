"""Training and instruction for each group of people (milestone Opleiding en instructie of seed document S4)."""

from typing import Annotated, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class TrainingGroup(Record, frozen=True, kw_only=True):
    """A group of people who learn the same, with how many they are and how many have learnt it."""

    TABLE: ClassVar[str] = "training"
    PREFIX: ClassVar[str] = "OG"
    LABEL: ClassVar[str] = N_("Group to train")
    PLURAL: ClassVar[str] = N_("Training")

    title: Annotated[str, f.text(N_("Target group"), N_("Who learns the same."), required=True, width=32)] = ""
    form: Annotated[str, f.text(N_("Form"), N_("For example: 2 mornings in a class, or e-learning."), width=28)] = ""
    when: Annotated[str, f.when(N_("When"), N_("When they are trained."), width=20)] = ""
    planned: Annotated[int | None, f.number(N_("To train"), N_("How many people."), width=8)] = None
    trained: Annotated[int | None, f.number(N_("Trained"), N_("How many people have been."), width=8)] = None
    trainer: Annotated[str, f.people(N_("Trainer"), N_("Who trains them."), width=20)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"), N_("For example when those who were absent catch up."))] = ""
