"""What becomes of messages: answers, edits, reactions, pins."""
