"""Find when the next visit is due, from published schedules and the site's local protocol."""
