"""People: who is there, and what can be done about somebody."""
