/* How clients come in: they connect, sign in, read the welcome, and join. */
#include "arrival.h"

#include <stdio.h>
#include <string.h>

#include "capabilities.h"
#include "clock.h"
#include "connection.h"

#define MOST_LINE 600

void sign_in(struct load *load, struct client *client) {
    char line[MOST_LINE];
    int number = client->number;
    begin_capabilities(load, client);
    int length = snprintf(line, sizeof line, "NICK u%d\r\nUSER u%d 0 * :load\r\n",
                          number, number);
    say(load, client, line, length);
}

static void leave(struct load *load, struct client *client) {
    static const char QUIT[] = "QUIT :bye\r\n";
    client->is_leaving = true;
    say(load, client, QUIT, sizeof QUIT - 1);
}

static void be_welcome(struct load *load, struct client *client) {
    client->stage = WELCOME;
    load->arriving--;
    load->welcome++;
    note_delay(&load->arrivals, now() - client->began);
    if (load->options.purpose == VISIT)
        leave(load, client);
}

void join_room(struct load *load, struct client *client) {
    char line[MOST_LINE];
    client->stage = JOINING;
    load->joining++;
    say(load, client, line, snprintf(line, sizeof line, "JOIN #r%d\r\n", client->room));
}

static bool is_own(const struct client *client, const struct line *line) {
    char beginning[16];
    int length = snprintf(beginning, sizeof beginning, "u%d!", client->number);
    return line->source_length >= length &&
           !memcmp(line->source, beginning, (size_t)length);
}

static void answer_ping(struct load *load, struct client *client,
                        const struct line *line) {
    char answer[MOST_LINE];
    const char *token = line->command + strlen("PING");
    int length = line->length - (int)strlen("PING");
    say(load, client, answer,
        snprintf(answer, sizeof answer, "PONG%.*s\r\n", length, token));
}

static void complain(const struct client *client, const struct line *line) {
    if (!client->is_leaving)
        fprintf(stderr, "load: client %d: %.*s\n", client->number, line->length,
                line->command);
}

void take_line(struct load *load, struct client *client, const struct line *line) {
    if (is_command(line, "PING"))
        answer_ping(load, client, line);
    else if (is_command(line, "CAP"))
        take_capabilities(load, client, line);
    else if (is_command(line, "ERROR"))
        complain(client, line);
    else if (client->stage == SIGNING_IN &&
             (is_command(line, "376") || is_command(line, "422")))
        be_welcome(load, client);
    else if (client->stage == JOINING && is_command(line, "JOIN") &&
             is_own(client, line)) {
        client->stage = INSIDE;
        load->joining--;
        load->inside++;
    }
}
