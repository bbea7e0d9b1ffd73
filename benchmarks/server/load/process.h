/* The processor time and the memory of the server's processes, and of this one. */
#ifndef PROCESS_H
#define PROCESS_H

/* Seconds of user and system time that these processes have had. */
double processor_seconds(const int *processes, int count);

/* The same of this program. */
double own_processor_seconds(void);

/* Megabytes of memory that these processes have now. */
double memory_megabytes(const int *processes, int count);

#endif
