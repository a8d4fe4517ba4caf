"""What the terminal shows in answer to each question."""
