"""What a text names: actors, dates, quantities, quotations."""
