"""People, roles and departments that the plan names."""

from typing import Annotated, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class Person(Record, frozen=True, kw_only=True):
    """A role, a person or a department; the words in other records refer to its name or role."""

    TABLE: ClassVar[str] = "people"
    PREFIX: ClassVar[str] = "P"
    LABEL: ClassVar[str] = N_("Person or role")
    PLURAL: ClassVar[str] = N_("People and roles")

    title: Annotated[
        str, f.text(N_("Name"), N_("A name, or the role itself."), required=True, width=28, personal=True)
    ] = ""
    role: Annotated[str, f.text(N_("Role"), N_("For example project leader."), width=24)] = ""
    organisation: Annotated[str, f.text(N_("Organisation"), width=24)] = ""
    kind: Annotated[str, f.choice(N_("Kind"), choices.PERSON_KIND, width=10)] = "role"
    group: Annotated[
        str, f.choice(N_("Place in the project"), choices.PERSON_GROUP, N_("Where they belong."), width=16)
    ] = ""
    days_per_week: Annotated[
        float | None,
        f.decimal(N_("Days a week"), N_("Working days a week for this plan; empty is full-time."), personal=True),
    ] = None
    absent: Annotated[
        str,
        f.when(N_("Absent"), N_("Leave, one period per line: 27 July to 14 August."), width=20, personal=True),
    ] = ""
    contact: Annotated[str, f.text(N_("Contact"), N_("Telephone or e-mail."), width=24, personal=True)] = ""
    remarks: Annotated[str, f.long_text(N_("Remarks"), personal=True)] = ""
