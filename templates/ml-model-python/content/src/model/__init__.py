"""Predicts whether a report about public space is dealt with in time."""
