"""Who is who: from the words that name a source to one source an article."""
