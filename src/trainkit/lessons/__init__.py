"""What a notebook imports: tasks, answers, checks."""
