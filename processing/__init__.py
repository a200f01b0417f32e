"""The Processing provider and its algorithms: read layers, call core, write layers."""
