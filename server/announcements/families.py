"""All families of announcements; importing them fills the table."""

from server.announcements import channels, messages, people

FAMILIES = (channels, messages, people)
