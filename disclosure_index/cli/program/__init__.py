"""The run of the program: its commands, language, output and exit."""
