/* Waits for what happens to the sockets, and hands it on. */
#ifndef EVENTS_H
#define EVENTS_H

#include "client.h"

/* Waits until something has happened, or this time has come, and handles it all. */
void wait_for_events(struct load *load, uint64_t until);

#endif
