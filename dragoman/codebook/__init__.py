"""What the field knows, as data: states, regions, organisations, offices and who held them when, firms and groups.

Ask it: `state("KAZ")`, `who_holds("head_of_state", "KAZ", on)`, `who_is("Tokayev", on)`, `what_is("Gazprom")`, `members_of("EU", on)`.
"""

from __future__ import annotations

from dragoman.codebook.answers import (
    country_of_place,
    members_of,
    organisation,
    organisation_ids,
    state,
    state_names,
    what_is,
    who_holds,
    who_is,
)

__all__ = ["country_of_place", "members_of", "organisation", "organisation_ids", "state", "state_names", "what_is", "who_holds", "who_is"]
