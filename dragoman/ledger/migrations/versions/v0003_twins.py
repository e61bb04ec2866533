"""Records that say the same share a mark, and one of them is compared for all.

Pairs are computed, so they are forgotten here; the next merge compares everything once and makes the entries anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "twins",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("twin", sa.Text, nullable=False, index=True),
        sa.Column("lead", sa.Integer, nullable=False),
    )
    op.execute("DELETE FROM pairs")
    op.execute("DELETE FROM inputs WHERE source = '@merged'")
