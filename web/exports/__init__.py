"""An answer as a file to take along: Markdown, CSV and Word."""
