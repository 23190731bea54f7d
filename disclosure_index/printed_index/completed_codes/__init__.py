"""Tables whose codes are completed before their columns are read: by order, by words."""
