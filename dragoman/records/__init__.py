"""From frames to the four kinds of records."""
