"""The screens of three of the seven results: training, the DAP with its norms, and aftercare."""

from __future__ import annotations

from typing import ClassVar

from roadmap_tui.i18n import N_
from roadmap_tui.view.standings import aftercare_line, dap_line, support_line, training_line
from roadmap_tui.view.text import Line
from screens.sections import Section, SectionsScreen


class TrainingScreen(SectionsScreen):
    """Who is trained, and are they enough?"""

    PLACE: ClassVar[str] = "training"
    SECTIONS = (Section("training", N_("Training"), N_("No groups to train yet; n adds the first.")),)

    def standing(self) -> Line:
        return training_line(self.session.outlook)


class SupportScreen(SectionsScreen):
    """Who keeps it running?"""

    PLACE: ClassVar[str] = "support"
    SECTIONS = (Section("support", N_("Support tasks"), N_("No support tasks yet; n adds the first.")),)

    def standing(self) -> Line:
        return support_line(self.session.outlook)


class DapScreen(SectionsScreen):
    """What did we agree with the supplier, and which norm does it meet?"""

    PLACE: ClassVar[str] = "dap"
    SECTIONS = (
        Section("dap", N_("Procedures"), N_("No procedures yet; n adds the first.")),
        Section("norms", N_("Norms of the SLA"), N_("No norms yet; n adds the first.")),
    )

    def standing(self) -> Line:
        return dap_line(self.session.outlook)


class AftercareScreen(SectionsScreen):
    """What is still open, and when does aftercare end?"""

    PLACE: ClassVar[str] = "aftercare"
    SECTIONS = (
        Section("open_points", N_("Open points"), N_("No open points yet; n adds the first.")),
        Section("end_criteria", N_("Aftercare ends when"), N_("No criteria yet; n adds the first.")),
    )

    def standing(self) -> Line:
        return aftercare_line(self.session.outlook)
