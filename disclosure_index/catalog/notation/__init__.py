"""How codes are printed: the notation rules of each framework, and the codes found by them."""
