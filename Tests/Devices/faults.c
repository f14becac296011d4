// Makes a file operation of a program fail, or writes down all of them. Preloaded (LD_PRELOAD) it
// stands before the C library's own functions; what the program starts is left alone.
//
//   KINDLY_FAULTS_UNDER   Only operations on this folder and what is in it count; needed.
//   KINDLY_FAULTS_TALLY   Each is written there, one a line: its name, a space, the path.
//   KINDLY_FAULTS_AT      The number of the operation that fails, counted from 1.
//   KINDLY_FAULTS_CODE    The `errno` it fails with; EIO unless set.
//   KINDLY_FAULTS_LASTING If set, whatever needs room on the disk fails from then on.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct {
  char under[PATH_MAX];
  char tally[PATH_MAX];
  long at;
  int code;
  bool lasts;
} asked;

static atomic_long count;

long kindly_operations(void) { return count; }

__attribute__((constructor)) static void begin(void) {
  const char *under = getenv("KINDLY_FAULTS_UNDER"), *tally = getenv("KINDLY_FAULTS_TALLY");
  const char *at = getenv("KINDLY_FAULTS_AT"), *code = getenv("KINDLY_FAULTS_CODE");
  snprintf(asked.under, sizeof asked.under, "%s", under ? under : "");
  snprintf(asked.tally, sizeof asked.tally, "%s", tally ? tally : "");
  asked.at = at ? atol(at) : 0;
  asked.code = code ? atoi(code) : EIO;
  asked.lasts = getenv("KINDLY_FAULTS_LASTING") != NULL;
  unsetenv("LD_PRELOAD");
}

// ---- What an operation is about ----------------------------------------------------------------

static bool is_watched(const char *path) {
  size_t length = strlen(asked.under);
  if (!length || strncmp(path, asked.under, length)) return false;
  return asked.under[length - 1] == '/' || !path[length] || path[length] == '/';
}

// The path of an open file; what has no path, such as a pipe, gives a word without a slash.
static const char *opened(int file, char path[PATH_MAX]) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
  path[length > 0 ? length : 0] = 0;
  return path;
}

static const char *absolute(int folder, const char *name, char path[PATH_MAX]) {
  char above[PATH_MAX] = "";
  if (!name) name = "";
  if (name[0] == '/') above[0] = 0;
  else if (folder != AT_FDCWD) opened(folder, above);
  else if (syscall(SYS_getcwd, above, sizeof above) < 0) above[0] = 0;
  snprintf(path, PATH_MAX, above[0] ? "%s/%s" : "%s%s", above, name);
  return path;
}

static void write_down(const char *operation, const char *path) {
  if (!asked.tally[0]) return;
  char line[PATH_MAX + 64];
  int length = snprintf(line, sizeof line, "%s %s\n", operation, path);
  long file = syscall(
      SYS_openat, AT_FDCWD, asked.tally, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) return;
  syscall(SYS_write, file, line, length);
  syscall(SYS_close, file);
}

// Counts an operation; true if it shall fail, with `errno` set.
static bool fails(const char *operation, bool needs_room, const char *path) {
  int before = errno;
  if (!is_watched(path)) return false;
  write_down(operation, path);
  long number = ++count;
  errno = before;
  bool now = number == asked.at || (asked.lasts && needs_room && asked.at && number > asked.at);
  if (now) errno = asked.code;
  return now;
}

static bool fails_at(const char *operation, bool needs_room, int folder, const char *name) {
  char path[PATH_MAX];
  return fails(operation, needs_room, absolute(folder, name, path));
}

static bool fails_on(const char *operation, bool needs_room, int file) {
  int before = errno;
  char path[PATH_MAX];
  opened(file, path);
  errno = before;
  return path[0] == '/' && fails(operation, needs_room, path);
}

#define REAL(name)                                                              \
  static __typeof__(name) *real;                                                \
  if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name);

// ---- Opening -----------------------------------------------------------------------------------

static mode_t mode_of(int flags, va_list more) {
  bool makes = flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE;
  return makes ? va_arg(more, mode_t) : 0;
}

static bool open_fails(int folder, const char *name, int flags) {
  bool writes = (flags & O_ACCMODE) != O_RDONLY;
  bool makes = writes && (flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE);
  return fails_at(makes ? "create" : writes ? "change" : "open", makes, folder, name);
}

#define OPEN(name)                                                              \
  int name(const char *path, int flags, ...) {                                  \
    REAL(name)                                                                  \
    va_list more;                                                               \
    va_start(more, flags);                                                      \
    mode_t mode = mode_of(flags, more);                                         \
    va_end(more);                                                               \
    return open_fails(AT_FDCWD, path, flags) ? -1 : real(path, flags, mode);    \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                            \
  int name(int folder, const char *path, int flags, ...) {                      \
    REAL(name)                                                                  \
    va_list more;                                                               \
    va_start(more, flags);                                                      \
    mode_t mode = mode_of(flags, more);                                         \
    va_end(more);                                                               \
    return open_fails(folder, path, flags) ? -1 : real(folder, path, flags, mode); \
  }
OPENAT(openat)
OPENAT(openat64)

DIR *opendir(const char *path) {
  REAL(opendir)
  return fails_at("list", false, AT_FDCWD, path) ? NULL : real(path);
}

// Linux frees the number of a file even when closing it fails.
int close(int file) {
  REAL(close)
  bool failing = fails_on("close", false, file);
  int result = real(file);
  if (failing) errno = asked.code;
  return failing ? -1 : result;
}

// ---- Operations on an open file, and on a name --------------------------------------------------

#define ON_FILE(type, name, word, room, parameters, ...)                        \
  type name parameters {                                                        \
    REAL(name)                                                                  \
    return fails_on(word, room, file) ? (type)-1 : real(__VA_ARGS__);           \
  }
ON_FILE(ssize_t, read, "read", false, (int file, void *b, size_t n), file, b, n)
ON_FILE(ssize_t, pread, "read", false, (int file, void *b, size_t n, off_t o), file, b, n, o)
ON_FILE(ssize_t, pread64, "read", false, (int file, void *b, size_t n, off64_t o), file, b, n, o)
ON_FILE(ssize_t, write, "write", true, (int file, const void *b, size_t n), file, b, n)
ON_FILE(ssize_t, pwrite, "write", true, (int file, const void *b, size_t n, off_t o), file, b, n, o)
ON_FILE(
    ssize_t, pwrite64, "write", true, (int file, const void *b, size_t n, off64_t o), file, b, n, o)
ON_FILE(off_t, lseek, "seek", false, (int file, off_t o, int w), file, o, w)
ON_FILE(off64_t, lseek64, "seek", false, (int file, off64_t o, int w), file, o, w)
ON_FILE(int, fsync, "flush", true, (int file), file)
ON_FILE(int, ftruncate, "truncate", false, (int file, off_t n), file, n)
ON_FILE(int, ftruncate64, "truncate", false, (int file, off64_t n), file, n)
ON_FILE(int, fstat, "inspect", false, (int file, struct stat *s), file, s)
ON_FILE(int, fstat64, "inspect", false, (int file, struct stat64 *s), file, s)
ON_FILE(int, fchmod, "allow", false, (int file, mode_t m), file, m)
ON_FILE(int, flock, "lock", false, (int file, int how), file, how)

void *mmap(void *place, size_t size, int rights, int flags, int file, off_t offset) {
  REAL(mmap)
  if (file >= 0 && fails_on("map", false, file)) return MAP_FAILED;
  return real(place, size, rights, flags, file, offset);
}

#define ON_NAME(type, failure, name, word, room, parameters, ...)               \
  type name parameters {                                                        \
    REAL(name)                                                                  \
    return fails_at(word, room, AT_FDCWD, path) ? failure : real(__VA_ARGS__);  \
  }
ON_NAME(int, -1, stat, "inspect", false, (const char *path, struct stat *s), path, s)
ON_NAME(int, -1, stat64, "inspect", false, (const char *path, struct stat64 *s), path, s)
ON_NAME(int, -1, lstat, "inspect", false, (const char *path, struct stat *s), path, s)
ON_NAME(int, -1, lstat64, "inspect", false, (const char *path, struct stat64 *s), path, s)
ON_NAME(int, -1, access, "inspect", false, (const char *path, int how), path, how)
ON_NAME(int, -1, statvfs, "space", false, (const char *path, struct statvfs *s), path, s)
ON_NAME(int, -1, statvfs64, "space", false, (const char *path, struct statvfs64 *s), path, s)
ON_NAME(int, -1, mkdir, "makefolder", true, (const char *path, mode_t m), path, m)
ON_NAME(int, -1, rmdir, "remove", false, (const char *path), path)
ON_NAME(int, -1, unlink, "remove", false, (const char *path), path)
ON_NAME(int, -1, chmod, "allow", false, (const char *path, mode_t m), path, m)
ON_NAME(char *, NULL, realpath, "resolve", false, (const char *path, char *to), path, to)

char *mkdtemp(char *path) {
  REAL(mkdtemp)
  return fails_at("makefolder", true, AT_FDCWD, path) ? NULL : real(path);
}

int utimensat(int folder, const char *path, const struct timespec times[2], int flags) {
  REAL(utimensat)
  return fails_at("touch", false, folder, path) ? -1 : real(folder, path, times, flags);
}

int symlink(const char *meaning, const char *path) {
  REAL(symlink)
  return fails_at("link", true, AT_FDCWD, path) ? -1 : real(meaning, path);
}

int rename(const char *old, const char *path) {
  REAL(rename)
  return fails_at("rename", true, AT_FDCWD, path) ? -1 : real(old, path);
}

int link(const char *old, const char *path) {
  REAL(link)
  return fails_at("link", true, AT_FDCWD, path) ? -1 : real(old, path);
}

int linkat(int from, const char *old, int folder, const char *path, int flags) {
  REAL(linkat)
  return fails_at("link", true, folder, path) ? -1 : real(from, old, folder, path, flags);
}
