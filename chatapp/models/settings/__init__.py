"""The settings and other files that people may edit."""
