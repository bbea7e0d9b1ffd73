"""The lists at the window's sides: rooms, people, servers."""
