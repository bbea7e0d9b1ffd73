/* A line from the server, parted as far as this program wants to know. */
#ifndef LINE_H
#define LINE_H

#include <stdbool.h>

struct line {
    const char *source; /* without its colon; NULL: none */
    int source_length;
    const char *command; /* and all that follows */
    int length;          /* from the command on */
};

struct line part_line(const char *text, int length);

/* Whether the line has this command. */
bool is_command(const struct line *line, const char *command);

/* The text after the command and its first parameter; NULL: there is none. */
const char *text_of(const struct line *line, int *length);

#endif
