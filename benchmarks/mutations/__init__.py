"""The tables of real indexes, printed in many layouts: the shares that are read, reported, read wrongly, or lost."""
