// What a worker gives up before it looks at what came from outside: other files, other programs, the
// network. Landlock and seccomp through plain syscalls, where the kernel has them; resource limits
// everywhere.
#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

// ---- Landlock ----------------------------------------------------------------------------------

// Newer than some systems' headers, so the numbers of the kernel's interface are written out.
enum {
  LANDLOCK_CREATE = 444,
  LANDLOCK_ADD = 445,
  LANDLOCK_RESTRICT = 446,
  LANDLOCK_VERSION = 1,
  LANDLOCK_BENEATH = 1,
};
enum { READ_FILE = 1 << 2, READ_FOLDER = 1 << 3 };

struct ruleset {
  uint64_t files;
  uint64_t network;  // since version 4
  uint64_t scopes;   // since version 6
};
struct __attribute__((packed)) beneath {
  uint64_t allowed;
  int32_t folder;
};

// Every use of files that a version of Landlock knows.
static uint64_t file_uses(long version) {
  if (version >= 5) return 0xffff;
  if (version >= 3) return 0x7fff;
  return version == 2 ? 0x3fff : 0x1fff;
}

static void close_files(const char *const readable[], size_t count) {
  long version = syscall(LANDLOCK_CREATE, NULL, 0, LANDLOCK_VERSION);
  if (version < 1) return;
  struct ruleset rules = {file_uses(version), version >= 4 ? 3 : 0, version >= 6 ? 3 : 0};
  size_t size = version >= 6 ? sizeof rules : version >= 4 ? 16 : 8;
  int handle = (int)syscall(LANDLOCK_CREATE, &rules, size, 0);
  if (handle < 0) return;
  for (size_t i = 0; i < count; i++) {
    int folder = readable[i] ? open(readable[i], O_PATH | O_CLOEXEC) : -1;
    if (folder < 0) continue;
    struct beneath rule = {READ_FILE | READ_FOLDER, folder};
    syscall(LANDLOCK_ADD, handle, LANDLOCK_BENEATH, &rule, 0);
    close(folder);
  }
  syscall(LANDLOCK_RESTRICT, handle, 0);
  close(handle);
}

// ---- seccomp -----------------------------------------------------------------------------------

#if defined(__x86_64__)
#define THIS_MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_MACHINE AUDIT_ARCH_AARCH64
#endif

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif
#endif

#if defined(THIS_MACHINE) && !defined(IS_SANITIZED)

enum { MOST_CALLS = 80 };

// Answers EPERM to calls of `numbers`, or to all others.
static void filter_calls(const int numbers[], size_t count, bool are_allowed) {
  if (count > MOST_CALLS) return;
  uint32_t refused = SECCOMP_RET_ERRNO | EPERM;
  uint32_t listed = are_allowed ? SECCOMP_RET_ALLOW : refused;
  uint32_t others = are_allowed ? refused : SECCOMP_RET_ALLOW;
  struct sock_filter code[2 * MOST_CALLS + 8];
  unsigned short n = 0;
  code[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch));
  code[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_MACHINE, 1, 0);
  code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, refused);
  code[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
  for (size_t i = 0; i < count; i++) {
    code[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)numbers[i], 0, 1);
    code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, listed);
  }
#if defined(__x86_64__)
  // The same calls once more under the numbers of x32.
  code[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
  code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, refused);
#endif
  code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, others);
  struct sock_fprog program = {.len = n, .filter = code};
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

// What speaking never needs; the files are Landlock's business.
static const int not_for_speaking[] = {
    SYS_execve,           SYS_execveat,          SYS_socket,         SYS_socketpair,
    SYS_connect,          SYS_bind,              SYS_listen,         SYS_accept,
    SYS_accept4,          SYS_ptrace,            SYS_process_vm_readv, SYS_process_vm_writev,
    SYS_bpf,              SYS_perf_event_open,   SYS_keyctl,         SYS_add_key,
    SYS_request_key,      SYS_unshare,           SYS_setns,          SYS_mount,
    SYS_umount2,          SYS_pivot_root,        SYS_chroot,         SYS_open_by_handle_at,
    SYS_name_to_handle_at, SYS_userfaultfd,      SYS_init_module,    SYS_finit_module,
    SYS_kexec_load,       SYS_personality,       425 /* io_uring_setup */,
    438 /* pidfd_getfd */,
};

// All that decoding needs: its memory, its own two descriptors, and its end.
static const int for_decoding[] = {
    SYS_read,         SYS_pread64,      SYS_readv,        SYS_write,        SYS_writev,
    SYS_lseek,        SYS_close,        SYS_fstat,        SYS_newfstatat,   SYS_mmap,
    SYS_munmap,       SYS_mremap,       SYS_mprotect,     SYS_brk,          SYS_madvise,
    SYS_futex,        SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack,
    SYS_exit,         SYS_exit_group,   SYS_clock_gettime, SYS_getrandom,   SYS_sendto,
    SYS_recvfrom,     SYS_ppoll,        SYS_getpid,       SYS_gettid,       SYS_tgkill,
    SYS_sched_yield,  SYS_sched_getaffinity, SYS_sysinfo, SYS_prlimit64,    SYS_restart_syscall,
#if defined(__x86_64__)
    SYS_poll,
#endif
};

#define REFUSE(calls) filter_calls(calls, sizeof calls / sizeof *calls, false)
#define ALLOW(calls) filter_calls(calls, sizeof calls / sizeof *calls, true)
#else
#define REFUSE(calls) ((void)0)
#define ALLOW(calls) ((void)0)
#endif

int kindly_nameless_file(const char *label) { return memfd_create(label, MFD_CLOEXEC); }

bool kindly_move_pages(void *from, void *to, size_t size) {
  return mremap(from, size, size, MREMAP_MAYMOVE | MREMAP_FIXED, to) == to;
}

// ---- limits ------------------------------------------------------------------------------------

static void limit(int what, rlim_t value) {
  setrlimit(what, &(struct rlimit){.rlim_cur = value, .rlim_max = value});
}

uint64_t kindly_data_size(void) {
  unsigned long size, resident, common, text, library, data = 0;
  FILE *file = fopen("/proc/self/statm", "re");
  if (!file) return 0;
  int found =
      fscanf(file, "%lu %lu %lu %lu %lu %lu", &size, &resident, &common, &text, &library, &data);
  fclose(file);
  return found == 6 ? (uint64_t)data * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
}

void kindly_confine_speaking(const char *const readable[], size_t count) {
  // Without this an ordinary user may give up nothing; it also keeps set-user-ID programs away.
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return;
  limit(RLIMIT_CORE, 0);
  close_files(readable, count);
  REFUSE(not_for_speaking);
}

void kindly_confine_decoding(uint32_t seconds, uint64_t memory) {
  uint64_t data = kindly_data_size();
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CPU, seconds);
#if !defined(IS_SANITIZED)
  if (data) limit(RLIMIT_DATA, (rlim_t)(data + memory));
#else
  (void)data, (void)memory;
#endif
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return;
  close_files(NULL, 0);
  ALLOW(for_decoding);
}
