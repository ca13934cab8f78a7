"""Hostile input: what the fuzzer throws at the readers, and what it once found."""
