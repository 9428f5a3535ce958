"""Text -> Header, Work -> Outline: header fields and the numbered tree."""
