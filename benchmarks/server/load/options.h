/* What the program is told on its command line. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

#define MOST_PROCESSES 32
#define MOST_IN_FLIGHT 64

enum purpose {
    VISIT, /* sign in and leave: how many can come in a second */
    STAY,  /* sign in and be silent: what does a connection cost */
    TALK,  /* sign in, join and talk */
};

struct options {
    enum purpose purpose;
    int port;
    bool tls;
    bool all_capabilities;    /* ask for everything that the server offers */
    const char *capabilities; /* else for these, one blank between */
    int clients;
    int at_once;   /* how many may be about to sign in, or to join */
    int room_size; /* 0: nobody joins anything */
    bool direct;   /* those who would share a room write to each other instead */
    int senders;   /* of each room */
    int in_flight; /* messages of a sender that not everybody has heard yet */
    double rate;   /* messages a second of all senders; 0: as fast as that allows */
    int size;      /* bytes of a message's text */
    double deaf;   /* the share of each room that never reads */
    double warm_up, seconds;
    int processes[MOST_PROCESSES]; /* whose time and memory are measured */
    int process_count;
};

/* Reads the command line; ends the program where it makes no sense. */
void read_options(struct options *options, int count, char **words);

#endif
