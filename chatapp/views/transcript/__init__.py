"""The transcript: one Text that shows a window of a conversation."""
