"""The Teach place: cases to answer before the solution is shown, presented to a room or studied alone."""
