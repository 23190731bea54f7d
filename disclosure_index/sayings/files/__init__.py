"""What findings about definitions, sources and policies say."""
