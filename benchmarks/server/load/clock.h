/* Time in nanoseconds, of a clock that is never set. */
#ifndef CLOCK_H
#define CLOCK_H

#include <stdint.h>

#define SECOND 1000000000ull

uint64_t now(void);

#endif
