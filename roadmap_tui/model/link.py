"""Links between activities: what must be there before something else can start or finish."""

from typing import Annotated, ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.model import choices
from roadmap_tui.model import fields as f
from roadmap_tui.model.record import Record


class Link(Record, frozen=True, kw_only=True):
    """One activity depends on another (domain: Activiteit *-* Activiteit, afhankelijk van)."""

    TABLE: ClassVar[str] = "links"
    MARKABLE: ClassVar[bool] = False
    PREFIX: ClassVar[str] = "L"
    LABEL: ClassVar[str] = N_("Link")
    PLURAL: ClassVar[str] = N_("Links")

    source: Annotated[int | None, f.ref(N_("Predecessor"), "activities", required=True, width=24)] = None
    target: Annotated[int | None, f.ref(N_("Successor"), "activities", required=True, width=24)] = None
    kind: Annotated[str, f.choice(N_("Kind of link"), choices.LINK_KIND, width=20)] = "FS"
    lag: Annotated[
        str, f.lag(N_("Waiting time"), N_("Working days or weeks in between: 3d, 2w, or -1w to overlap."), width=24)
    ] = ""
