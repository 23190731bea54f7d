"""XML from strangers: what is let in, where its elements stand, and what is wrong with it."""
