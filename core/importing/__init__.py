"""From the rows of a visits table to sites, visits, actors, statuses and findings."""
