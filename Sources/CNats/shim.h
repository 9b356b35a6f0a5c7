// What Swift should not do with libnats: take calls from its threads, and give it threads that hear signals.
#ifndef CNATS_SHIM_H
#define CNATS_SHIM_H
#include <nats/nats.h>
#include <pthread.h>
#include <signal.h>

// libnats prints errors of connections on stderr unless somebody else hears of them. Nobody has to: each call that
// suffers from one says so.
static void cnats_hear_nothing(natsConnection *connection, natsSubscription *subscription, natsStatus error,
                               void *closure) {
    (void) connection;
    (void) subscription;
    (void) error;
    (void) closure;
}

static inline natsStatus cnats_silence(natsOptions *options) {
    return natsOptions_SetErrorHandler(options, cnats_hear_nothing, NULL);
}

// Connects with all signals blocked, which the threads that libnats starts inherit: a signal that asks the program
// for something goes to a thread of the program.
static inline natsStatus cnats_connect(natsConnection **connection, natsOptions *options) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    natsStatus status = natsConnection_Connect(connection, options);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return status;
}
#endif
