"""Sites against protected areas: repair, containment and distance on the ellipsoid."""
