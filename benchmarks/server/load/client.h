/* One client of the many, and all of them together. */
#ifndef CLIENT_H
#define CLIENT_H

#include <stdbool.h>
#include <stdint.h>

#include "delays.h"
#include "options.h"

enum stage {
    OUTSIDE,
    CONNECTING,
    SHAKING_HANDS,  /* of TLS */
    SIGNING_IN,
    WELCOME,        /* to the end of the message of the day */
    JOINING,
    INSIDE,         /* of its room */
    GONE,
};

struct sender {
    struct client *client;
    uint32_t said;
    int in_flight;
    int listeners;                    /* who are to hear each message */
    int missing[MOST_IN_FLIGHT];      /* how many have not, by the number's remainder */
};

struct client {
    int number, room;
    enum stage stage;
    bool is_deaf;    /* does not read once everybody is inside */
    bool hears_itself;
    bool is_leaving;
    bool waits_to_write;
    bool is_unsent;  /* has something to send after this round */
    int socket;
    struct ssl_st *secure;
    int capability_answers;    /* that are still to come */
    char *incoming;            /* the beginning of a line whose end has not come */
    int incoming_length, incoming_room;
    char *outgoing;
    int outgoing_length, outgoing_sent, outgoing_room;
    uint64_t began;
    struct sender *sender;     /* NULL: only listens */
    uint32_t *next;            /* the number due from each sender of its room */
};

struct load {
    struct options options;
    int events;                /* the epoll instance */
    struct client *clients;
    struct sender *senders;    /* those of a room stand together */
    int sender_count;
    struct client **unsent;
    int unsent_count;
    /* How far everybody is. */
    int arriving, welcome, joining, inside, gone, deaf_gone;
    uint64_t last_byte;        /* when anything last came */
    uint64_t read_at;          /* when what is handled now was read */
    struct delays arrivals;
    /* What was said and heard. */
    bool is_talking, is_measured;
    uint64_t due, heard, misordered, mangled; /* deliveries, from the beginning */
    uint64_t measured;                        /* deliveries while measured */
    uint64_t said, said_measured;
    struct delays delays;                     /* of what is measured */
    double peak_memory;
    uint64_t next_look;
};

/* The number of rooms that the clients fill. */
int room_count(const struct load *load);

#endif
