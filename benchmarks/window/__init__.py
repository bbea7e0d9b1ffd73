"""The window: how soon it is there, what it takes, whether it ever stalls."""
