"""Describes a dataset and makes it ready to publish."""
