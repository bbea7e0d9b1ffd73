"""The servers one is on, how one stands with each, and what leads to them."""
