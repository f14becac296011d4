#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
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

// ---- programs on a leash -----------------------------------------------------------------------
//
// A program that is not ours may ignore that its input ended. So a guard stands between: a fork of this
// process that holds nothing but one end of a socket, the leash. When the other end closes, whoever
// held it asked for that, crashed or was interrupted, and the guard ends the program's whole group.
// Only calls that are safe after a fork of a process with threads are made in it.

// What is told over the leash when the program ended, or could not be started.
typedef struct {
  int error;
  int status;
} last_word;

static void forget_signals(void) {
  struct sigaction usual = {.sa_handler = SIG_DFL};
  for (int signal = 1; signal < NSIG; signal++) sigaction(signal, &usual, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static void keep_only(int first) {
  if (syscall(SYS_close_range, (unsigned)first, ~0u, 0) == 0) return;
  struct rlimit most;  // before Linux 5.9
  int end = getrlimit(RLIMIT_NOFILE, &most) == 0 && most.rlim_cur < 65536 ? (int)most.rlim_cur : 65536;
  for (int fd = first; fd < end; fd++) close(fd);
}

// In the program's own process: `files` become 0, 1 and 2, all above 2 is closed. Tells an error of
// execve over `failed`, which closes by itself when it succeeds.
static void become(
    const char *path, char *const arguments[], char *const environment[], const int files[3],
    uint64_t most_bytes, int failed) {
  setpgid(0, 0);
  forget_signals();
  struct rlimit bytes = {most_bytes, most_bytes}, none = {0, 0};
  setrlimit(RLIMIT_FSIZE, &bytes);
  setrlimit(RLIMIT_CORE, &none);
  int error = 0;
  for (int fd = 0; fd < 3 && !error; fd++)
    if (dup2(files[fd], fd) < 0) error = errno;
  if (!error) {
    for (int fd = 3; fd < failed; fd++) close(fd);
    keep_only(failed + 1);
    execve(path, arguments, environment);
    error = errno;
  }
  while (write(failed, &error, sizeof error) < 0 && errno == EINTR) {}
  _exit(127);
}

// The guard's life. Its own numbers 0 to 2 stay what they were until the program has them; the leash and
// the three files have numbers above.
static void guard(
    const char *path, char *const arguments[], char *const environment[], const int files[3],
    uint64_t most_bytes, int leash) {
  setpgid(0, 0);
  forget_signals();
  signal(SIGPIPE, SIG_IGN);
  last_word word = {0, 0};
  int failed[2];
  pid_t child = -1;
  if (pipe2(failed, O_CLOEXEC)) {
    word.error = errno;
  } else if ((child = fork()) == 0) {
    become(path, arguments, environment, files, most_bytes, failed[1]);
  } else {
    if (child < 0) word.error = errno;
    close(failed[1]);
    if (child > 0 && read(failed[0], &word.error, sizeof word.error) <= 0) word.error = 0;
  }
  // From here on nothing but the leash: the program's pipes close with the program.
  dup2(leash, 3);
  for (int fd = 0; fd < 3; fd++) close(fd);
  keep_only(4);
  if (child > 0) {
    int handle = (int)syscall(SYS_pidfd_open, child, 0);
    for (;;) {
      pid_t found = waitpid(child, &word.status, WNOHANG);
      if (found == child || (found < 0 && errno != EINTR)) break;
      struct pollfd watched[2] = {{.fd = 3, .events = POLLIN}, {.fd = handle, .events = POLLIN}};
      // Without pidfd_open (before Linux 5.3) the program is looked at every 2 ms.
      poll(watched, 2, handle < 0 ? 2 : -1);
      if (watched[0].revents) {
        kill(-child, SIGKILL);
        while (waitpid(child, &word.status, 0) < 0 && errno == EINTR) {}
        _exit(0);
      }
    }
    // What it started and left behind ends with it.
    kill(-child, SIGKILL);
  }
  while (send(3, &word, sizeof word, MSG_NOSIGNAL) < 0 && errno == EINTR) {}
  _exit(0);
}

// Starts a program on a leash; `files` are its 0, 1 and 2 and stay open here.
static int start_on_leash(
    const char *path, char *const arguments[], char *const environment[], const int files[3],
    uint64_t most_bytes, pid_t *pid, int *leash) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)) return errno;
  // No handler of ours may run in the fork before it has forgotten them.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  *pid = fork();
  if (*pid == 0) {
    close(ends[0]);
    guard(path, arguments, environment, files, most_bytes, ends[1]);
  }
  int error = *pid < 0 ? errno : 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(ends[1]);
  if (error) {
    close(ends[0]);
    return error;
  }
  *leash = ends[0];
  return 0;
}

// Descriptors above 9, so that none is among those that a program's 0, 1 and 2 replace.
static int lifted(int fd) {
  if (fd < 0) return fd;
  int high = fcntl(fd, F_DUPFD_CLOEXEC, 10);
  int error = errno;
  close(fd);
  errno = error;
  return high;
}

static void close_all(const int files[3]) {
  for (int i = 0; i < 3; i++)
    if (files[i] >= 0) close(files[i]);
}

bool kindly_leash_waits(int leash, uint32_t milliseconds, kindly_ending *ending) {
  uint64_t end = now() + milliseconds;
  struct pollfd watched = {.fd = leash, .events = POLLIN};
  int ready;
  do {
    uint64_t time = now();
    ready = poll(&watched, 1, time < end ? (int)(end - time) : 0);
  } while (ready < 0 && errno == EINTR);
  if (ready <= 0) return true;
  last_word word = {0, 0};
  ssize_t count;
  do count = recv(leash, &word, sizeof word, MSG_WAITALL);
  while (count < 0 && errno == EINTR);
  if (count != sizeof word) word.error = ECHILD;
  ending->error = word.error;
  if (!word.error && WIFSIGNALED(word.status)) ending->signal = WTERMSIG(word.status);
  if (!word.error && WIFEXITED(word.status)) ending->exit_code = WEXITSTATUS(word.status);
  return false;
}

void kindly_leash_ends(pid_t guard, int leash) {
  close(leash);
  int status;
  while (waitpid(guard, &status, 0) < 0 && errno == EINTR) {}
}

kindly_ending kindly_run_program(
    const char *path, char *const arguments[], char *const environment[], const char *input,
    const char *output, const char *complaints, uint64_t most_bytes, uint32_t milliseconds) {
  kindly_ending ending = {0};
  int written = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;
  int files[3] = {
      lifted(open(input, O_RDONLY | O_CLOEXEC)), lifted(open(output, written, 0600)),
      lifted(open(complaints, written, 0600))};
  pid_t guard = 0;
  int leash = -1;
  if (files[0] < 0 || files[1] < 0 || files[2] < 0) ending.error = errno;
  if (!ending.error)
    ending.error =
        start_on_leash(path, arguments, environment, files, most_bytes, &guard, &leash);
  close_all(files);
  if (leash < 0) return ending;
  ending.hung = kindly_leash_waits(leash, milliseconds, &ending);
  if (ending.hung) ending.signal = SIGKILL;
  kindly_leash_ends(guard, leash);
  return ending;
}

int kindly_start_resident(
    const char *path, char *const arguments[], char *const environment[], const char *complaints,
    uint64_t most_bytes, pid_t *guard, int *leash, int *socket) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)) return errno;
  int said = open(complaints, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  int theirs = lifted(ends[1]);
  int files[3] = {theirs, theirs < 0 ? -1 : fcntl(theirs, F_DUPFD_CLOEXEC, 10), lifted(said)};
  int error = files[0] < 0 || files[1] < 0 || files[2] < 0 ? errno : 0;
  *leash = -1;
  if (!error)
    error = start_on_leash(path, arguments, environment, files, most_bytes, guard, leash);
  close_all(files);
  if (error) {
    close(ends[0]);
    return error;
  }
  *socket = ends[0];
  return 0;
}
