"""What was promised, decided, begun, reported, visited, finished of one thing, in the order of time."""
