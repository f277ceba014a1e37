"""One contender a module: reads a task from standard input, prints its figures as JSON."""
