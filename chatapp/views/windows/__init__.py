"""The program's windows, and how the system shows them."""
