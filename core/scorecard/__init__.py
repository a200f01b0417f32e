"""From visits and actors to responsible-mining scores with their uncertainty."""
