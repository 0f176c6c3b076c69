"""Who has which role in what was proposed."""

from briefing_app.domain.party import Role
from briefing_app.domain.proposals import Proposals


def parties(proposals: Proposals, role: Role = Role.PARTY) -> set[str]:
    return {party.name for party in proposals.parties if party.role is role}
