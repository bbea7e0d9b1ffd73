/* How clients come in: they connect, sign in, read the welcome, and join. */
#ifndef ARRIVAL_H
#define ARRIVAL_H

#include "client.h"
#include "line.h"

/* Says who the client is, once its socket takes lines. */
void sign_in(struct load *load, struct client *client);

/* Asks to be let into the client's room. */
void join_room(struct load *load, struct client *client);

/* Takes a line that is not talk. */
void take_line(struct load *load, struct client *client, const struct line *line);

#endif
