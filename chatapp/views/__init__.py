"""The client's widgets: told what to show, call back what was done."""
