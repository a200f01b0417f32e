"""Two imports compared: what changed between an older and a newer set of sites and visits.

The folder stands beside the import rather than in it: it reads atlas tables only, whatever they came from.
"""
