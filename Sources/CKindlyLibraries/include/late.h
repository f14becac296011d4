// A shared library that is opened at the first call into it: it does not hold up the start of a
// program that may never need it, and the program starts where it is missing. Types are taken from
// the library's header and addresses at run time, so what calls it reads as if it were linked.
#pragma once

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>

// A definition under a library's name, which the library itself must not find.
#define KINDLY_OURS __attribute__((visibility("hidden")))

// One function: its field in the table, how it is found, and the definition that goes there. Only
// what can be reached before anything was opened has to ask kindly_late() first.
#define KINDLY_LATE_FIELD(name) __typeof__(name) *name;
#define KINDLY_LATE_FIND(name) \
  if (!(*(void **)&late.name = dlsym(library, #name))) return;
#define KINDLY_LATE_CALL(result, name, parameters, arguments) \
  KINDLY_OURS result name parameters { return late.name arguments; }

/// Defines `late`, the table of FUNCTIONS (which takes a macro for each), and `kindly_late()`, whether
/// they could all be found in `file`. It is opened once and never closed. Any thread.
#define KINDLY_LATE(file, FUNCTIONS) KINDLY_LATE_EITHER(file, file, FUNCTIONS)

/// The same, for a library that has one name in some releases of Debian and another in others.
#define KINDLY_LATE_EITHER(file, other, FUNCTIONS)          \
  static struct {                                           \
    FUNCTIONS(KINDLY_LATE_FIELD)                            \
  } late;                                                   \
  static bool is_there;                                     \
  static void look(void) {                                  \
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);    \
    if (!library) library = dlopen(other, RTLD_NOW | RTLD_LOCAL); \
    if (!library) return;                                   \
    FUNCTIONS(KINDLY_LATE_FIND)                             \
    is_there = true;                                        \
  }                                                         \
  static bool kindly_late(void) {                           \
    static pthread_once_t once = PTHREAD_ONCE_INIT;         \
    pthread_once(&once, look);                              \
    return is_there;                                        \
  }
