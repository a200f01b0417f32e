"""The sums behind printed sheets: squares of the grid, order of names, dense zones, sites at one place."""
