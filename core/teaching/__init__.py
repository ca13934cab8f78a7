"""Teaching cases: lessons, quizzes and sessions."""
