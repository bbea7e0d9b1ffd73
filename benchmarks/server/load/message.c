/* What senders say: who says it, its number, and when it was due. */
#include "message.h"

#include <string.h>

#define MARK "##"
#define MARK_LENGTH 2
#define NUMBER_DIGITS 8
#define TIME_DIGITS 16

static void write_hex(char *text, uint64_t value, int digits) {
    while (digits--) {
        text[digits] = "0123456789abcdef"[value & 15];
        value >>= 4;
    }
}

static uint64_t read_hex(const char *text, int digits) {
    uint64_t value = 0;
    for (int place = 0; place < digits; place++) {
        int digit = text[place] <= '9' ? text[place] - '0' : text[place] - 'a' + 10;
        value = value << 4 | (uint64_t)(digit & 15);
    }
    return value;
}

void write_message(char *text, int size, const struct message *message) {
    memset(text, 'x', (size_t)size);
    memcpy(text, MARK, MARK_LENGTH);
    text += MARK_LENGTH;
    write_hex(text, message->sender, NUMBER_DIGITS);
    write_hex(text + NUMBER_DIGITS, message->number, NUMBER_DIGITS);
    write_hex(text + 2 * NUMBER_DIGITS, message->due, TIME_DIGITS);
    text[2 * NUMBER_DIGITS + TIME_DIGITS] = ' ';
}

bool read_message(const char *text, int length, struct message *message) {
    if (length < LEAST_MESSAGE || memcmp(text, MARK, MARK_LENGTH))
        return false;
    text += MARK_LENGTH;
    message->sender = (uint32_t)read_hex(text, NUMBER_DIGITS);
    message->number = (uint32_t)read_hex(text + NUMBER_DIGITS, NUMBER_DIGITS);
    message->due = read_hex(text + 2 * NUMBER_DIGITS, TIME_DIGITS);
    return true;
}
