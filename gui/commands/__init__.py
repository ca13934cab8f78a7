"""The command line, one module per command. Only commands that draw load Qt."""
