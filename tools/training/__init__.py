"""The questions that are learned from labels, a module each: what is proposed, and which proposals are right."""
