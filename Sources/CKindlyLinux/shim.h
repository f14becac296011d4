// Descriptors of Linux that Swift's Glibc module leaves out.
#include <sys/signalfd.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>

// posix_spawn_file_actions_addclosefrom_np, in the C library since 2.34. Swift sees no declaration of it; with
// <spawn.h> here, times and signal sets would belong to this module, so `files` is any pointer:
// to a posix_spawn_file_actions_t.
extern int kindly_close_from(void *files, int first) __asm__("posix_spawn_file_actions_addclosefrom_np");
