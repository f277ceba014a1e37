"""Measuring the assistant over sets of cases."""
