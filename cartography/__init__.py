"""Themes, symbols and print sheets."""
