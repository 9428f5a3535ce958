"""Work + Outline + Mentions -> Record: one document, complete, under its key."""
