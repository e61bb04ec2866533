"""From mentions to frames: clauses, roles, rules that match."""
