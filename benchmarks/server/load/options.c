/* What the program is told on its command line. */
#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"

static const struct option NAMES[] = {
    {"purpose", required_argument, NULL, 'p'},
    {"port", required_argument, NULL, 'P'},
    {"tls", no_argument, NULL, 't'},
    {"all-capabilities", no_argument, NULL, 'A'},
    {"capabilities", required_argument, NULL, 'C'},
    {"clients", required_argument, NULL, 'c'},
    {"at-once", required_argument, NULL, 'o'},
    {"room-size", required_argument, NULL, 'r'},
    {"direct", no_argument, NULL, 'd'},
    {"senders", required_argument, NULL, 's'},
    {"in-flight", required_argument, NULL, 'f'},
    {"rate", required_argument, NULL, 'R'},
    {"size", required_argument, NULL, 'z'},
    {"deaf", required_argument, NULL, 'D'},
    {"warm-up", required_argument, NULL, 'w'},
    {"seconds", required_argument, NULL, 'S'},
    {"process", required_argument, NULL, 'i'},
    {NULL, 0, NULL, 0},
};

static void refuse(const char *why) {
    fprintf(stderr, "load: %s\n", why);
    exit(2);
}

static enum purpose purpose_named(const char *name) {
    if (!strcmp(name, "visit"))
        return VISIT;
    if (!strcmp(name, "stay"))
        return STAY;
    if (!strcmp(name, "talk"))
        return TALK;
    refuse("the purpose is visit, stay or talk");
    return VISIT;
}

static void add_process(struct options *options, const char *number) {
    if (options->process_count == MOST_PROCESSES)
        refuse("too many processes");
    options->processes[options->process_count++] = atoi(number);
}

static void take(struct options *options, int letter, char *value) {
    switch (letter) {
    case 'p': options->purpose = purpose_named(value); break;
    case 'P': options->port = atoi(value); break;
    case 't': options->tls = true; break;
    case 'A': options->all_capabilities = true; break;
    case 'C': options->capabilities = value; break;
    case 'c': options->clients = atoi(value); break;
    case 'o': options->at_once = atoi(value); break;
    case 'r': options->room_size = atoi(value); break;
    case 'd': options->direct = true; break;
    case 's': options->senders = atoi(value); break;
    case 'f': options->in_flight = atoi(value); break;
    case 'R': options->rate = atof(value); break;
    case 'z': options->size = atoi(value); break;
    case 'D': options->deaf = atof(value); break;
    case 'w': options->warm_up = atof(value); break;
    case 'S': options->seconds = atof(value); break;
    case 'i': add_process(options, value); break;
    default: refuse("an option that does not exist");
    }
}

static void require_sense(const struct options *options) {
    if (options->port <= 0 || options->clients <= 0 || options->at_once <= 0)
        refuse("port, clients and at-once are above 0");
    if (options->in_flight < 1 || options->in_flight > MOST_IN_FLIGHT)
        refuse("in-flight is 1 to 64");
    if (options->size < LEAST_MESSAGE || options->size > MOST_MESSAGE)
        refuse("size is 40 to 400");
    if (options->purpose != TALK)
        return;
    if (options->room_size < 1 || options->senders < 1 ||
        options->senders > options->room_size)
        refuse("who talks needs rooms, and senders in them");
    if (options->direct && options->room_size != 2)
        refuse("who writes to one another does so in twos");
}

void read_options(struct options *options, int count, char **words) {
    *options = (struct options){
        .purpose = TALK, .capabilities = "", .clients = 100, .at_once = 64,
        .senders = 1,    .in_flight = 4,     .size = 100,    .warm_up = 0.5,
        .seconds = 3,
    };
    int letter;
    while ((letter = getopt_long(count, words, "", NAMES, NULL)) != -1)
        take(options, letter, optarg);
    require_sense(options);
}
