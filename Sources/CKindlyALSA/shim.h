// ALSA, and the few calls that Swift does not see: variadic functions and GNU extensions.
#pragma once

#include <alsa/asoundlib.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int pthread_setname_np(pthread_t thread, const char *name);
int ppoll(struct pollfd *fds, nfds_t count, const struct timespec *limit, const sigset_t *mask);

/// Takes ALSA's messages and says nothing: what went wrong is told by return codes.
static void kindly_alsa_quiet(const char *file, int line, const char *function, int code,
                              const char *format, ...) {
  (void)file, (void)line, (void)function, (void)code, (void)format;
}

/// Keeps ALSA from writing to the terminal, for the whole process.
static inline void kindly_alsa_hush(void) { snd_lib_error_set_handler(kindly_alsa_quiet); }

/// Names the calling thread, for `top -H` and debuggers; at most 15 bytes.
static inline void kindly_name_thread(const char *name) {
  pthread_setname_np(pthread_self(), name);
}

/// A counter that can be polled: rung by one thread to wake another.
static inline int kindly_doorbell(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

/// Waits until a descriptor is readable, so many nanoseconds at most, for ever if negative; more than 0
/// if it is. poll(2) counts in milliseconds, which is late for a thread that has 40 ms left.
static inline int kindly_wait(int descriptor, long long nanoseconds) {
  struct pollfd place = {.fd = descriptor, .events = POLLIN};
  struct timespec limit = {nanoseconds / 1000000000, nanoseconds % 1000000000};
  return ppoll(&place, 1, nanoseconds < 0 ? NULL : &limit, NULL);
}

/// The kernel's number of the calling thread.
static inline int kindly_thread_number(void) { return (int)syscall(SYS_gettid); }

/// Asks that the calling thread goes before ordinary ones, as sound servers do; 0 if it may.
static inline int kindly_ask_to_go_first(void) {
  return setpriority(PRIO_PROCESS, (id_t)kindly_thread_number(), -11);
}

/// Asks for real-time priority for the calling thread, not for what it starts; 0 if it was given.
static inline int kindly_ask_for_priority(int priority) {
  struct sched_param wish = {.sched_priority = priority};
  return pthread_setschedparam(pthread_self(), SCHED_FIFO | 0x40000000, &wish);
}
