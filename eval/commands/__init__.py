"""The commands of `python -m eval`, each group in a file."""
