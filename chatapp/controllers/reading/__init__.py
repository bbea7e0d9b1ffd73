"""Reading: which part of a history is shown, how it is told, how far one has read."""
