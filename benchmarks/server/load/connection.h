/* A client's socket: opened, written, read and closed, plain or with TLS. */
#ifndef CONNECTION_H
#define CONNECTION_H

#include <sys/types.h>

#include "client.h"

/* Begins to connect; everything after that is told by the events. */
void open_connection(struct load *load, struct client *client);

/* Goes on once the socket is connected; tells whether lines can be sent now. */
bool has_connected(struct load *load, struct client *client);

/* Puts a line, with its end, with what goes out when this round is over. */
void say(struct load *load, struct client *client, const char *line, int length);

/* Sends what the round has gathered. */
void send_unsent(struct load *load);

/* Sends what waits for one client. */
void send_waiting(struct load *load, struct client *client);

/* Gives the bytes that came, 0 where nothing is there, -1 where it has ended. */
ssize_t receive(struct client *client, char *bytes, size_t most);

/* Reads no more of what comes for this client. */
void stop_reading(struct load *load, struct client *client);

void close_connection(struct load *load, struct client *client);

#endif
