"""Joins models, controllers and views, area by area."""
