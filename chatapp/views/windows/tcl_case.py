"""Keeps Tcl from changing the case of emoji, by which it crashes."""

import tkinter as tk

_GUARD = r"""
namespace eval ::chatapp {}
set commands [namespace ensemble configure ::string -map]
foreach name {tolower toupper totitle} {
    proc ::chatapp::$name {text args} [string map \
        [list COMMAND [dict get $commands $name]] {
            if {[regexp {[\ud800-\udfff]} $text]} {
                return $text
            }
            COMMAND $text {*}$args
        }]
    dict set commands $name ::chatapp::$name
}
namespace ensemble configure ::string -map $commands
"""


def guard_case(root: tk.Misc) -> None:
    """Have `string tolower` and its like leave a text with an emoji as it is.

    Tcl 8.6 writes over its memory at them, at least in 8.6.13, and takes the program
    with it: Tk asks for lower case of each key in an open menu, and of each file's name
    in its own dialog for files. It keeps an emoji as two surrogates, by which it is
    known here; Tcl 9 does not.
    """
    if root.tk.eval("package vcompare [info tclversion] 9") == "-1":
        root.tk.eval(f"apply {{{{}} {{{_GUARD}}}}}")
