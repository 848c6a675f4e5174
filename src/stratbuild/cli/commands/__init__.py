"""The commands, one a file: a module of a command's name with a click command `COMMAND`."""
