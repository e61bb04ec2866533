"""From characters to sentences of analysed words."""
