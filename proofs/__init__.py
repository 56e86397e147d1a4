"""Proofs that nothing is lost and nothing gets through, with the counts that docs/proofs.md shows."""
