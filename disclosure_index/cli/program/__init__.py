"""How the program runs: its verbs, its language, what it prints and how it ends."""
