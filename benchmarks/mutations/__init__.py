"""The tables of real indexes, printed in many layouts: what of each is read, reported, read wrongly, or lost."""
