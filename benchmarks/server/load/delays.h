/* How long things took: counted in buckets that are at most 1.6 % wide. */
#ifndef DELAYS_H
#define DELAYS_H

#include <stdint.h>

#define DELAY_STEPS 64
#define DELAY_BUCKETS (60 * DELAY_STEPS)

struct delays {
    uint64_t counts[DELAY_BUCKETS];
    uint64_t count;
    uint64_t longest;
};

void note_delay(struct delays *delays, uint64_t nanoseconds);

/* The delay, in milliseconds, that this share (0 to 1) of all stayed under. */
double delay_under_which(const struct delays *delays, double share);

#endif
