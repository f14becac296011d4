#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
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
    const char *path, char *const arguments[], char *const environment[], int file, pid_t *pid,
    int *socket) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)) return errno;
  // A number that the worker's own descriptors get would be taken from it on the way.
  int high = fcntl(ends[1], F_DUPFD_CLOEXEC, 5);
  close(ends[1]);
  ends[1] = high;
  if (file >= 0) file = fcntl(file, F_DUPFD_CLOEXEC, 5);
  posix_spawn_file_actions_t files;
  int error = posix_spawn_file_actions_init(&files);
  if (!error) {
    // The socket first: opening 0 to 2 could otherwise land on its number.
    error = posix_spawn_file_actions_adddup2(&files, ends[1], 3);
    if (!error && file >= 0) error = posix_spawn_file_actions_adddup2(&files, file, 4);
    for (int fd = 0; fd < 3 && !error; fd++)
      error = posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_RDWR, 0);
    if (!error) error = posix_spawn_file_actions_addclosefrom_np(&files, file >= 0 ? 5 : 4);
    if (!error) error = start(path, arguments, environment, &files, pid);
    posix_spawn_file_actions_destroy(&files);
  }
  close(ends[1]);
  if (file >= 0) close(file);
  if (error) {
    close(ends[0]);
    return error;
  }
  *socket = ends[0];
  return 0;
}

static uint64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

// Waits for the end of a child until `end`; false if it still runs then.
static bool ended(pid_t child, uint64_t end, int *status) {
  int handle = (int)syscall(SYS_pidfd_open, child, 0);
  bool over = false;
  for (;;) {
    pid_t found = waitpid(child, status, WNOHANG);
    if (found < 0 && errno == EINTR) continue;
    if (found != 0) {
      over = found == child;
      break;
    }
    uint64_t time = now();
    if (time >= end) break;
    struct pollfd watched = {.fd = handle, .events = POLLIN};
    // Without pidfd_open (before Linux 5.3) the child is looked at every 2 ms.
    poll(&watched, 1, handle < 0 && end - time > 2 ? 2 : (int)(end - time));
  }
  if (handle >= 0) close(handle);
  return over;
}

kindly_ending kindly_run_program(
    const char *path, char *const arguments[], char *const environment[], const char *input,
    const char *output, const char *complaints, uint64_t most_bytes, uint32_t milliseconds) {
  kindly_ending ending = {0};
  posix_spawn_file_actions_t files;
  ending.error = posix_spawn_file_actions_init(&files);
  if (ending.error) return ending;
  int written = O_WRONLY | O_CREAT | O_TRUNC;
  int error = posix_spawn_file_actions_addopen(&files, 0, input, O_RDONLY, 0);
  if (!error) error = posix_spawn_file_actions_addopen(&files, 1, output, written, 0600);
  if (!error) error = posix_spawn_file_actions_addopen(&files, 2, complaints, written, 0600);
  if (!error) error = posix_spawn_file_actions_addclosefrom_np(&files, 3);
  pid_t child = 0;
  if (!error) error = start(path, arguments, environment, &files, &child);
  posix_spawn_file_actions_destroy(&files);
  ending.error = error;
  if (error) return ending;

  prlimit(child, RLIMIT_FSIZE, &(struct rlimit){most_bytes, most_bytes}, NULL);
  prlimit(child, RLIMIT_CORE, &(struct rlimit){0, 0}, NULL);
  int status = 0;
  ending.hung = !ended(child, now() + milliseconds, &status);
  // What it started and left behind ends with it.
  kill(-child, SIGKILL);
  if (ending.hung) while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  if (WIFSIGNALED(status)) ending.signal = WTERMSIG(status);
  if (WIFEXITED(status)) ending.exit_code = WEXITSTATUS(status);
  return ending;
}
