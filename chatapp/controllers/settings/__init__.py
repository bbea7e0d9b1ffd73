"""The settings card, and what stands on its pages."""
