"""What is done from more than one screen: to the element under the cursor, and to a disclosure."""
