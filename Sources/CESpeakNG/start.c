#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <unistd.h>

// A new process inherits nothing but what is named: default signals, an empty mask, its own group
// (so that it and its children can be ended together), and descriptors 0 up to `last`.
static int start(
    const char *path, char *const arguments[], char *const environment[],
    posix_spawn_file_actions_t *files, pid_t *pid) {
  posix_spawnattr_t attributes;
  int error = posix_spawnattr_init(&attributes);
  if (error) return error;
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  error = posix_spawn(pid, path, files, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  return error;
}

int kindly_start_worker(
    const char *path, char *const arguments[], char *const environment[], pid_t *pid, int *socket) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)) return errno;
  posix_spawn_file_actions_t files;
  int error = posix_spawn_file_actions_init(&files);
  if (!error) {
    // The socket first: opening 0 to 2 could otherwise land on its number.
    error = posix_spawn_file_actions_adddup2(&files, ends[1], 3);
    for (int fd = 0; fd < 3 && !error; fd++)
      error = posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_RDWR, 0);
    if (!error) error = posix_spawn_file_actions_addclosefrom_np(&files, 4);
    if (!error) error = start(path, arguments, environment, &files, pid);
    posix_spawn_file_actions_destroy(&files);
  }
  close(ends[1]);
  if (error) {
    close(ends[0]);
    return error;
  }
  *socket = ends[0];
  return 0;
}
