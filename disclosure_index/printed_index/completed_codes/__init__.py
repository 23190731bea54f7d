"""Tables whose codes are completed before their columns are read: by names beside them, by order, by words."""
