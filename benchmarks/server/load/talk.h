/* What is said in the rooms, and who has heard it. */
#ifndef TALK_H
#define TALK_H

#include "client.h"
#include "message.h"

/* Chooses who speaks in each room, and counts who is to hear it. */
void choose_senders(struct load *load);

/* Lets every sender say as much as may be in flight. */
void begin_to_talk(struct load *load);

/* Lets the sender of this turn say what was due at this time. */
void say_in_turn(struct load *load, uint64_t turn, uint64_t due);

/* Takes what a client heard. */
void take_talk(struct load *load, struct client *client, const char *text, int length);

#endif
