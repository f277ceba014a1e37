"""Speed, growth and retrieval, measured: each module is one command."""
