/* What senders say: who says it, its number, and when it was due. */
#ifndef MESSAGE_H
#define MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

#define LEAST_MESSAGE 40
#define MOST_MESSAGE 400

struct message {
    uint32_t sender;
    uint32_t number;
    uint64_t due; /* on the clock of this program */
};

/* Writes exactly `size` bytes. */
void write_message(char *text, int size, const struct message *message);

/* Tells whether the text is one that write_message wrote. */
bool read_message(const char *text, int length, struct message *message);

#endif
