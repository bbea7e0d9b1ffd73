"""What the system offers: notices, sounds, links, dictionaries."""
