"""What calls one who looks elsewhere, and when not to."""
