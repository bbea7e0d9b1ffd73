/* What is said in the rooms, and who has heard it. */
#include "talk.h"

#include <stdio.h>
#include <stdlib.h>

#include "clock.h"
#include "connection.h"

#define MOST_LINE 512

static int listening_members(const struct load *load, int room) {
    int count = 0, size = load->options.room_size;
    for (int place = room * size; place < (room + 1) * size; place++)
        count += place < load->options.clients && !load->clients[place].is_deaf &&
                 load->clients[place].stage == INSIDE;
    return count;
}

/* Those who never read are the last of their room; the senders are among the others. */
static void choose_senders_of(struct load *load, int room) {
    int count = load->options.senders;
    int members = listening_members(load, room);
    for (int rank = 0; rank < count && rank < members; rank++) {
        struct sender *sender = &load->senders[room * count + rank];
        int place = room * load->options.room_size + rank * members / count;
        sender->client = &load->clients[place];
        sender->client->sender = sender;
        sender->listeners = members - !sender->client->hears_itself;
    }
}

void choose_senders(struct load *load) {
    size_t ranks = (size_t)load->options.senders;
    load->sender_count = room_count(load) * load->options.senders;
    load->senders = calloc((size_t)load->sender_count, sizeof *load->senders);
    for (int place = 0; place < load->options.clients; place++)
        load->clients[place].next = calloc(ranks, sizeof(uint32_t));
    for (int room = 0; room < room_count(load); room++)
        choose_senders_of(load, room);
}

static void say_message(struct load *load, struct sender *sender, uint64_t due) {
    struct client *client = sender->client;
    char line[MOST_LINE];
    int length, size = load->options.size;
    if (load->options.direct)
        length = snprintf(line, sizeof line, "PRIVMSG u%d :", client->number ^ 1);
    else
        length = snprintf(line, sizeof line, "PRIVMSG #r%d :", client->room);
    struct message message = {
        .sender = (uint32_t)(sender - load->senders), .number = sender->said, .due = due};
    write_message(line + length, size, &message);
    line[length + size] = '\r';
    line[length + size + 1] = '\n';
    sender->missing[sender->said % MOST_IN_FLIGHT] = sender->listeners;
    sender->said++;
    sender->in_flight++;
    load->due += (uint64_t)sender->listeners;
    load->said++;
    load->said_measured += load->is_measured;
    say(load, client, line, length + size + 2);
}

static void say_more(struct load *load, struct sender *sender) {
    while (load->is_talking && sender->in_flight < load->options.in_flight)
        say_message(load, sender, now());
}

void begin_to_talk(struct load *load) {
    for (int place = 0; place < load->sender_count; place++)
        if (load->senders[place].client && load->senders[place].listeners)
            say_more(load, &load->senders[place]);
}

void say_in_turn(struct load *load, uint64_t turn, uint64_t due) {
    struct sender *sender = &load->senders[turn % (uint64_t)load->sender_count];
    if (sender->client)
        say_message(load, sender, due);
}

static void note_order(struct load *load, struct client *client,
                       const struct message *message) {
    uint32_t rank = message->sender % (uint32_t)load->options.senders;
    if (client->next[rank] != message->number)
        load->misordered++;
    client->next[rank] = message->number + 1;
}

/* Once everybody has heard a message, its sender may say another. */
static void note_heard(struct load *load, const struct message *message) {
    struct sender *sender = &load->senders[message->sender];
    if (--sender->missing[message->number % MOST_IN_FLIGHT])
        return;
    sender->in_flight--;
    if (load->options.rate == 0)
        say_more(load, sender);
}

void take_talk(struct load *load, struct client *client, const char *text, int length) {
    struct message message;
    if (length != load->options.size || !read_message(text, length, &message) ||
        message.sender >= (uint32_t)load->sender_count) {
        load->mangled++;
        return;
    }
    load->heard++;
    note_order(load, client, &message);
    note_heard(load, &message);
    if (!load->is_measured)
        return;
    load->measured++;
    /* What was said and heard in one round was read before it was due: no time at all. */
    uint64_t time = load->read_at > message.due ? load->read_at : message.due;
    note_delay(&load->delays, time - message.due);
}
