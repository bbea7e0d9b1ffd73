"""What can be done about a message that was said."""
