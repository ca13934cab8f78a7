"""Hostile input: the inputs that the fuzzer makes for the readers, and those that once broke them."""
