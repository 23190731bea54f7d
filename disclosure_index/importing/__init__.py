"""Import of published reports as tagged documents."""
