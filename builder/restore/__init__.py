"""Witness -> Text: the damage undone, each repair with its receipt."""
