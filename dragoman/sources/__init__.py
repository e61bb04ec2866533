"""Where articles come from: text files, pages, feeds, web archives, JSON lines, folders. Depends on `model` and `errors` alone."""
