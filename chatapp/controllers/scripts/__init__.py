"""The client without a window: its session, and what scripts say and hear."""
