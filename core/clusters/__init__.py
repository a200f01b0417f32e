"""Spatial clusters: who is a neighbour of whom, local statistics, and what chance alone would give."""
