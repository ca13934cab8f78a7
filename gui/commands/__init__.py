"""The command line, one module a command. Only those that draw load Qt."""
