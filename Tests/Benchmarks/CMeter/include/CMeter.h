#ifndef CMETER_H
#define CMETER_H

#include <stdint.h>

/// Calls of malloc and its kin that this process has made so far, on any thread.
uint64_t meter_allocations(void);

/// Processor seconds that this process has spent inside libyara's scan call; counted once switched on.
double meter_yara_seconds(void);

/// Begins to time libyara's scan calls, which costs each of them two looks at the clock.
void meter_time_yara(void);

/// The path of the running program.
const char *meter_program(void);

/// Processor seconds (user and system) of this process so far.
double meter_own_seconds(void);

/// Runs a program, found along PATH, and waits for its end. Its standard output and standard error go to the two
/// paths. Returns its exit code, 128 and more when a signal ended it, and -1 when it could not be run; `seconds` is
/// the processor time (user and system) of it and of those that it waited for.
int meter_run(char *const arguments[], const char *output, const char *errors, double *seconds);

#endif
