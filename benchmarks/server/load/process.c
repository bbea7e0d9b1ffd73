/* The processor time and the memory of the server's processes, and of this one. */
#include "process.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static double seconds_on(clockid_t clock) {
    struct timespec time;
    if (clock_gettime(clock, &time))
        return 0;
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

double processor_seconds(const int *processes, int count) {
    double seconds = 0;
    for (int place = 0; place < count; place++) {
        clockid_t clock;
        if (!clock_getcpuclockid(processes[place], &clock))
            seconds += seconds_on(clock);
    }
    return seconds;
}

double own_processor_seconds(void) { return seconds_on(CLOCK_PROCESS_CPUTIME_ID); }

static long resident_pages(int process) {
    char path[64];
    long all, resident = 0;
    snprintf(path, sizeof path, "/proc/%d/statm", process);
    FILE *file = fopen(path, "r");
    if (!file)
        return 0;
    if (fscanf(file, "%ld %ld", &all, &resident) != 2)
        resident = 0;
    fclose(file);
    return resident;
}

double memory_megabytes(const int *processes, int count) {
    long pages = 0;
    for (int place = 0; place < count; place++)
        pages += resident_pages(processes[place]);
    return (double)pages * (double)sysconf(_SC_PAGESIZE) / 1e6;
}
