/* Waits for what happens to the sockets, and hands it on. */
#define _GNU_SOURCE
#include "events.h"

#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>

#include "arrival.h"
#include "clock.h"
#include "connection.h"
#include "process.h"
#include "talk.h"

#define MOST_EVENTS 1024
#define MOST_BYTES 262144
#define LOOK_AT_MEMORY_EVERY (SECOND / 20)

static void take(struct load *load, struct client *client, const char *text, int length) {
    struct line line = part_line(text, length);
    if (!is_command(&line, "PRIVMSG")) {
        take_line(load, client, &line);
        return;
    }
    int words_length;
    const char *words = text_of(&line, &words_length);
    if (words && load->senders)
        take_talk(load, client, words, words_length);
}

static void keep_rest(struct client *client, const char *rest, int length) {
    if (length > client->incoming_room) {
        client->incoming_room = length + 512;
        client->incoming = realloc(client->incoming, (size_t)client->incoming_room);
    }
    if (length)
        memcpy(client->incoming, rest, (size_t)length);
    client->incoming_length = length;
}

static void take_lines(struct load *load, struct client *client, const char *bytes,
                       const char *end) {
    const char *line_end;
    while (client->stage != GONE &&
           (line_end = memchr(bytes, '\n', (size_t)(end - bytes)))) {
        int length = (int)(line_end - bytes);
        if (length && bytes[length - 1] == '\r')
            length--;
        take(load, client, bytes, length);
        bytes = line_end + 1;
    }
    keep_rest(client, bytes, (int)(end - bytes));
}

/* TLS may have bytes of its own left, of which no event tells; so it is read empty. */
static void read_from(struct load *load, struct client *client) {
    static char bytes[MOST_BYTES];
    ssize_t count;
    do {
        int kept = client->incoming_length;
        if (kept)
            memcpy(bytes, client->incoming, (size_t)kept);
        count = receive(client, bytes + kept, sizeof bytes - (size_t)kept);
        load->read_at = now();
        if (count > 0)
            take_lines(load, client, bytes, bytes + kept + count);
        else if (count < 0)
            close_connection(load, client);
    } while (count > 0 && client->secure && client->stage != GONE);
}

static void handle(struct load *load, struct client *client, uint32_t what) {
    if (client->stage == CONNECTING || client->stage == SHAKING_HANDS) {
        if (has_connected(load, client))
            sign_in(load, client);
        return;
    }
    if (client->stage == GONE)
        return;
    if (client->is_deaf && client->stage == INSIDE && load->is_talking) {
        if (what & (EPOLLRDHUP | EPOLLHUP | EPOLLERR))
            close_connection(load, client);
        return;
    }
    if (what & EPOLLOUT)
        send_waiting(load, client);
    if (client->stage != GONE && what & ~(uint32_t)EPOLLOUT)
        read_from(load, client);
}

static void look_at_memory(struct load *load, uint64_t time) {
    const struct options *options = &load->options;
    if (time < load->next_look)
        return;
    double memory = memory_megabytes(options->processes, options->process_count);
    if (memory > load->peak_memory)
        load->peak_memory = memory;
    load->next_look = time + LOOK_AT_MEMORY_EVERY;
}

void wait_for_events(struct load *load, uint64_t until) {
    struct epoll_event events[MOST_EVENTS];
    uint64_t time = now(), patience = until > time ? until - time : 0;
    struct timespec timeout = {(time_t)(patience / SECOND), (long)(patience % SECOND)};
    int count = epoll_pwait2(load->events, events, MOST_EVENTS, &timeout, NULL);
    for (int place = 0; place < count; place++)
        handle(load, events[place].data.ptr, events[place].events);
    send_unsent(load);
    time = now();
    if (count > 0)
        load->last_byte = time;
    look_at_memory(load, time);
}
