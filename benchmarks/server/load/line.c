/* A line from the server, parted as far as this program wants to know. */
#include "line.h"

#include <string.h>

/* Where the next word begins; the end where there is none. */
static const char *next_word(const char *text, const char *end) {
    const char *blank = memchr(text, ' ', (size_t)(end - text));
    if (!blank)
        return end;
    while (blank < end && *blank == ' ')
        blank++;
    return blank;
}

struct line part_line(const char *text, int length) {
    const char *end = text + length;
    struct line line = {0};
    if (text < end && *text == '@')
        text = next_word(text, end);
    if (text < end && *text == ':') {
        const char *command = next_word(text, end);
        line.source = text + 1;
        line.source_length = (int)(command - text) - 2;
        text = command;
    }
    line.command = text;
    line.length = (int)(end - text);
    return line;
}

bool is_command(const struct line *line, const char *command) {
    int length = (int)strlen(command);
    if (line->length < length || memcmp(line->command, command, (size_t)length))
        return false;
    return line->length == length || line->command[length] == ' ';
}

const char *text_of(const struct line *line, int *length) {
    const char *end = line->command + line->length;
    const char *target = next_word(line->command, end);
    const char *text = next_word(target, end);
    if (text < end && *text == ':')
        text++;
    *length = (int)(end - text);
    return text < end ? text : NULL;
}
