/* What the program tells at its end: one object of JSON. */
#ifndef REPORT_H
#define REPORT_H

#include "client.h"

/* What was measured beside the counts. */
struct figures {
    double arrival_seconds, join_seconds;
    double arrival_processor, join_processor; /* seconds of the server's */
    double talk_seconds, talk_processor, load_processor;
    double memory_before, memory_inside, memory_after;
};

void print_report(const struct load *load, const struct figures *figures);

#endif
