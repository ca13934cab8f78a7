"""The reference shelf: criteria, protocols, radiation, numbers and their sources."""
