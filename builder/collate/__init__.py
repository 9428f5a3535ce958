"""Texts -> Works: copies of one document found, aligned and repaired against each other."""
