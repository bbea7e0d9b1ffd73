"""Programs for working on chatapp: no part of what is installed."""
