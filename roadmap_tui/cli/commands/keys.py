"""`roadmap keys`: what every key does."""

from __future__ import annotations

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, json_option
from roadmap_tui.cli.options import options
from roadmap_tui.cli.output import paint, put, put_json
from roadmap_tui.i18n import _
from roadmap_tui.model.fields import Tone


def command() -> Subcommand:
    """The subcommand."""
    return Subcommand("keys", run, COMMANDS["keys"].summary, [json_option()])


def run(as_json: bool) -> None:
    """Print the keys, with the user's own where the settings have them."""
    from roadmap_tui.actions.keymap import keys_of, usable_keys
    from roadmap_tui.actions.keys import key_label
    from roadmap_tui.actions.scopes import SCOPE_LABELS
    from roadmap_tui.actions.table import ACTIONS
    from roadmap_tui.view.glyphs import glyphs_for
    from roadmap_tui.view.text import fit, width_of

    remapped = usable_keys(options().settings.keys)
    if as_json:
        put_json(
            [
                {
                    "id": action.id,
                    "keys": list(keys_of(action, remapped)),
                    "label": _(action.label),
                    "scope": action.scope,
                    "help": _(action.help),
                }
                for action in ACTIONS
            ]
        )
        return
    plain = options().ascii
    dots = glyphs_for(plain).ellipsis
    longest = max(width_of(_(action.label)) for action in ACTIONS)
    for place, (scope, heading) in enumerate(SCOPE_LABELS.items()):
        put(("\n" if place else "") + paint(_(heading), Tone.STRONG))
        for action in (action for action in ACTIONS if action.scope == scope):
            shown = "  ".join(key_label(key, plain) for key in keys_of(action, remapped))
            put(f"  {fit(shown or '-', 17, dots)} {fit(_(action.label), longest)} {_(action.help)}".rstrip())
