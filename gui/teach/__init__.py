"""The Teach place: cases to commit on, presented to a room or answered alone."""
