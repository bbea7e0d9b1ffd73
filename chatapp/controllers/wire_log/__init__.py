"""What goes over the wire, and what each line means."""
