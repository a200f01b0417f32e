"""Thin widgets that collect parameters and run algorithms."""
