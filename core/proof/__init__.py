"""Everything behind `bonewatch verify`. Nothing else in the program imports it."""
