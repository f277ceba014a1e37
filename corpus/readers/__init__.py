"""One reader per format: each turns a file into articles and says what it had to skip."""
