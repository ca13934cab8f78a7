"""When the next visit is due: published schedules and the site's local protocol."""
