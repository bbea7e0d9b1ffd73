/* Asks a server for capabilities before a client signs in. */
#include "capabilities.h"

#include <stdio.h>
#include <string.h>

#include "connection.h"

#define MOST_WORDS 4096
#define MOST_NAME 128
#define MOST_LINE 512
#define MOST_NAMES 400
#define ONE_NAME 0
static const char END[] = "CAP END\r\n";
static const char ASK[] = "CAP LS 302\r\n";

/* A policy for connections to come, which no client can ask for. */
static const char NOT_FOR_CLIENTS[] = "sts";

static void request(struct load *load, struct client *client, const char *names) {
    char line[MOST_LINE + MOST_NAME];
    int length = snprintf(line, sizeof line, "CAP REQ :%s\r\n", names);
    client->capability_answers++;
    say(load, client, line, length);
}

/* Asks for names in lines of so many bytes of them, or of one name that is longer. */
static void request_all(struct load *load, struct client *client, const char *words,
                        size_t most) {
    char names[MOST_LINE] = "";
    size_t length = 0;
    while (*words) {
        size_t whole = strcspn(words, " "), name = strcspn(words, " =");
        bool is_sts = name == strlen(NOT_FOR_CLIENTS) &&
                      !memcmp(words, NOT_FOR_CLIENTS, name);
        if (name && name < MOST_NAME && !is_sts) {
            if (length && length + 1 + name > most) {
                request(load, client, names);
                length = 0;
            }
            length += (size_t)sprintf(names + length, "%s%.*s", length ? " " : "",
                                      (int)name, words);
        }
        words += whole;
        words += strspn(words, " ");
    }
    if (length)
        request(load, client, names);
}

void begin_capabilities(struct load *load, struct client *client) {
    client->capability_answers = 0;
    if (load->options.all_capabilities)
        say(load, client, ASK, sizeof ASK - 1);
    else
        request_all(load, client, load->options.capabilities, MOST_NAMES);
}

static bool has_several(const char *words) {
    const char *second = words + strcspn(words, " ");
    return second[strspn(second, " ")] != 0;
}

/* Copies what follows a word; tells whether the word is there. */
static bool copy_after(const struct line *line, const char *word, char *rest) {
    size_t length = (size_t)line->length < MOST_WORDS ? (size_t)line->length : MOST_WORDS;
    char all[MOST_WORDS + 1];
    memcpy(all, line->command, length);
    all[length] = 0;
    const char *found = strstr(all, word);
    if (!found)
        return false;
    strcpy(rest, found + strlen(word));
    return true;
}

void take_capabilities(struct load *load, struct client *client,
                       const struct line *line) {
    char words[MOST_WORDS + 1];
    bool more_follow = copy_after(line, " LS * :", words);
    bool has_names = more_follow || copy_after(line, " LS :", words);
    if (has_names) {
        request_all(load, client, words, MOST_NAMES);
    } else if (copy_after(line, " ACK :", words)) {
        client->hears_itself |= strstr(words, "echo-message") != NULL;
        client->capability_answers--;
    } else if (copy_after(line, " NAK :", words)) {
        client->capability_answers--;
        if (has_several(words)) /* one of them was refused, and with it the others */
            request_all(load, client, words, ONE_NAME);
    }
    if (client->capability_answers == 0 && !more_follow && client->stage == SIGNING_IN)
        say(load, client, END, sizeof END - 1);
}
