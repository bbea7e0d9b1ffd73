"""The verbs of `chatapp-server`, and the orders that they give."""
