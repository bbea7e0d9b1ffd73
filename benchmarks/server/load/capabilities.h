/* Asks a server for capabilities before a client signs in. */
#ifndef CAPABILITIES_H
#define CAPABILITIES_H

#include "client.h"
#include "line.h"

/* Says what stands before NICK and USER, where capabilities are wanted at all. */
void begin_capabilities(struct load *load, struct client *client);

/* Takes an answer; ends the asking when all have come. */
void take_capabilities(struct load *load, struct client *client,
                       const struct line *line);

#endif
