"""The proof of a content pack, run by `bonewatch verify`. Nothing else in the program imports it."""
