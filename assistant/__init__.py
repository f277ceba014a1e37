"""From a question to a sourced answer."""
