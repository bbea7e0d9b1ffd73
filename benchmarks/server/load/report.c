/* What the program tells at its end: one object of JSON. */
#include "report.h"

#include <inttypes.h>
#include <stdio.h>

static void print_number(const char *name, double value) {
    printf("\"%s\": %.6f, ", name, value);
}

static void print_count(const char *name, uint64_t value) {
    printf("\"%s\": %" PRIu64 ", ", name, value);
}

static void print_counts(const struct load *load) {
    print_count("welcome", (uint64_t)load->welcome);
    print_count("inside", (uint64_t)load->inside);
    print_count("gone", (uint64_t)load->gone);
    print_count("deaf_gone", (uint64_t)load->deaf_gone);
    print_count("said", load->said_measured);
    print_count("deliveries", load->measured);
    print_count("due", load->due);
    print_count("heard", load->heard);
    print_count("misordered", load->misordered);
    print_count("mangled", load->mangled);
}

static void print_delays(const struct load *load) {
    print_number("arrival_p50", delay_under_which(&load->arrivals, 0.5));
    print_number("arrival_p99", delay_under_which(&load->arrivals, 0.99));
    print_number("p50", delay_under_which(&load->delays, 0.5));
    print_number("p99", delay_under_which(&load->delays, 0.99));
    print_number("longest", delay_under_which(&load->delays, 1));
}

void print_report(const struct load *load, const struct figures *figures) {
    printf("{");
    print_counts(load);
    print_delays(load);
    print_number("arrival_seconds", figures->arrival_seconds);
    print_number("arrival_processor", figures->arrival_processor);
    print_number("join_seconds", figures->join_seconds);
    print_number("join_processor", figures->join_processor);
    print_number("talk_seconds", figures->talk_seconds);
    print_number("talk_processor", figures->talk_processor);
    print_number("load_processor", figures->load_processor);
    print_number("memory_before", figures->memory_before);
    print_number("memory_inside", figures->memory_inside);
    print_number("memory_peak", load->peak_memory);
    printf("\"memory_after\": %.6f}\n", figures->memory_after);
}
