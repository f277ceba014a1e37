"""Who says what: from dependency-parsed paragraphs to source, cue and content."""
