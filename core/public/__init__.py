"""Tables for everybody: allow-lists of fields, coordinates on a grid, no group smaller than k."""
