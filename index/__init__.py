"""Reports on disk: the store, the indexes derived from it, and search."""
