"""For each event: who hears it, and in which words for which capabilities."""
