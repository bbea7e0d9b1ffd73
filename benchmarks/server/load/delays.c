/* How long things took: counted in buckets that are at most 1.6 % wide. */
#include "delays.h"

#define FIRST_BITS 6 /* 2 to the power of this is DELAY_STEPS */
#define PER_MILLISECOND 1e6

/* Below DELAY_STEPS a bucket for each value; above, DELAY_STEPS for each power of 2. */
static int bucket_of(uint64_t value) {
    if (value < DELAY_STEPS)
        return (int)value;
    int power = 63 - __builtin_clzll(value);
    int step = (int)(value >> (power - FIRST_BITS)) & (DELAY_STEPS - 1);
    int bucket = (power - FIRST_BITS + 1) * DELAY_STEPS + step;
    return bucket < DELAY_BUCKETS ? bucket : DELAY_BUCKETS - 1;
}

static uint64_t least_value_of(int bucket) {
    if (bucket < DELAY_STEPS)
        return (uint64_t)bucket;
    int power = bucket / DELAY_STEPS + FIRST_BITS - 1;
    uint64_t step = (uint64_t)(bucket % DELAY_STEPS);
    return (1ull << power) + (step << (power - FIRST_BITS));
}

void note_delay(struct delays *delays, uint64_t nanoseconds) {
    delays->counts[bucket_of(nanoseconds)]++;
    delays->count++;
    if (nanoseconds > delays->longest)
        delays->longest = nanoseconds;
}

double delay_under_which(const struct delays *delays, double share) {
    uint64_t wanted = (uint64_t)(share * (double)delays->count), seen = 0;
    for (int bucket = 0; bucket < DELAY_BUCKETS; bucket++) {
        seen += delays->counts[bucket];
        if (seen > wanted)
            return (double)least_value_of(bucket) / PER_MILLISECOND;
    }
    return (double)delays->longest / PER_MILLISECOND;
}
