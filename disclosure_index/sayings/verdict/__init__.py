"""What findings have in common, and how a run sums them up."""
