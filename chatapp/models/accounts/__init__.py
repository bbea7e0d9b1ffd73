"""Accounts, and the secrets that prove them."""
