/* Asks a server for capabilities before a client signs in. */
#include "capabilities.h"

#include <stdio.h>
#include <string.h>

#include "connection.h"

#define MOST_WORDS 4096
#define MOST_NAME 128
static const char END[] = "CAP END\r\n";
static const char ASK[] = "CAP LS 302\r\n";

/* A policy for connections to come, which no client can ask for. */
static const char NOT_FOR_CLIENTS[] = "sts";

/* Asks for one name in a line of its own, so that one refusal refuses nothing else. */
static void request(struct load *load, struct client *client, const char *name) {
    char line[MOST_NAME + 16];
    int length = snprintf(line, sizeof line, "CAP REQ :%s\r\n", name);
    client->capability_answers++;
    say(load, client, line, length);
}

static void request_each(struct load *load, struct client *client, const char *words) {
    char name[MOST_NAME];
    while (*words) {
        size_t whole = strcspn(words, " "), length = strcspn(words, " =");
        if (length && length < sizeof name) {
            memcpy(name, words, length);
            name[length] = 0;
            if (strcmp(name, NOT_FOR_CLIENTS))
                request(load, client, name);
        }
        words += whole;
        words += strspn(words, " ");
    }
}

void begin_capabilities(struct load *load, struct client *client) {
    client->capability_answers = 0;
    if (load->options.all_capabilities)
        say(load, client, ASK, sizeof ASK - 1);
    else
        request_each(load, client, load->options.capabilities);
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
        request_each(load, client, words);
    } else if (copy_after(line, " ACK :", words)) {
        client->hears_itself |= strstr(words, "echo-message") != NULL;
        client->capability_answers--;
    } else if (copy_after(line, " NAK :", words)) {
        client->capability_answers--;
    }
    if (client->capability_answers == 0 && !more_follow && client->stage == SIGNING_IN)
        say(load, client, END, sizeof END - 1);
}
