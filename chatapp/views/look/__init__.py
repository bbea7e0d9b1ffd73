"""How everything looks: palette, styles, fonts, sizes, drawn pictures."""
