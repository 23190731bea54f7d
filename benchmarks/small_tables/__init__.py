"""Small index tables, printed in many styles: whether a PDF says what the same table says in HTML."""
