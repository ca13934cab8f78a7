"""Put a decision into words: reports, explanations and comparisons."""
