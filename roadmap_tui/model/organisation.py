"""Municipalities and other organisations that take part in something larger than one plan."""

from typing import Annotated, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import fields as f
from roadmap_tui.model.fields import Choice
from roadmap_tui.model.record import Record

ORGANISATION_KIND = (
    Choice("municipality", N_("Municipality")),
    Choice("joint", N_("Joint arrangement")),
    Choice("part", N_("Part of an organisation")),
    Choice("supplier", N_("Supplier")),
    Choice("partner", N_("Partner in the chain")),
    Choice("government", N_("Province or state")),
)


class Organisation(Record, frozen=True, kw_only=True):
    """An organisation with where it stands at the start, and with what people and means it takes part."""

    TABLE: ClassVar[str] = "organisations"
    PREFIX: ClassVar[str] = "O"
    LABEL: ClassVar[str] = N_("Participating organisation")
    PLURAL: ClassVar[str] = N_("Participating organisations")

    title: Annotated[str, f.text(N_("Name"), N_("For example Gemeente Lisse."), required=True, width=28)] = ""
    kind: Annotated[str, f.choice(N_("Kind"), ORGANISATION_KIND, width=20)] = "municipality"
    contact: Annotated[str, f.people(N_("Contact"), N_("Who speaks for it."), width=22, personal=True)] = ""
    capacity: Annotated[str, f.text(N_("Capacity"), N_("Who can join in, and how much."), width=24)] = ""
    means: Annotated[str, f.text(N_("Means"), N_("Money and equipment that it brings."), width=24)] = ""
    starting_point: Annotated[
        str, f.long_text(N_("Starting point"), N_("Where it stands now: vision, systems, experience."))
    ] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"))] = ""
