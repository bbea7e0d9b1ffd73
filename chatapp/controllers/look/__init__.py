"""How the window looks: palettes and their colours."""
