"""What findings about a report say."""
