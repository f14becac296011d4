// The thread sanitizer sees what a program does, not what libraries do for it. Swift's `Mutex` on Linux
// waits inside its library, so that one which was ever waited for looks as if it guarded nothing. These
// stand before the library's two functions and tell the sanitizer what they mean. Names and calling
// convention are those of swift/stdlib/public/Synchronization/Mutex/LinuxImpl.swift in Swift 6.3.
#if defined(__has_feature) && __has_feature(thread_sanitizer)
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"
#define SWIFT __attribute__((swiftcall))
#define MUTEX __attribute__((swift_context)) void *mutex

void __tsan_acquire(void *mutex);
void __tsan_release(void *mutex);
SWIFT void kindly_lock(uint32_t thread, MUTEX) __asm__(LOCK);
SWIFT void kindly_unlock(MUTEX) __asm__(UNLOCK);

static SWIFT void (*real_lock)(uint32_t thread, MUTEX);
static SWIFT void (*real_unlock)(MUTEX);

__attribute__((constructor)) static void find(void) {
  *(void **)&real_lock = dlsym(RTLD_NEXT, LOCK);
  *(void **)&real_unlock = dlsym(RTLD_NEXT, UNLOCK);
}

SWIFT void kindly_lock(uint32_t thread, MUTEX) {
  real_lock(thread, mutex);
  __tsan_acquire(mutex);
}

SWIFT void kindly_unlock(MUTEX) {
  __tsan_release(mutex);
  real_unlock(mutex);
}
#endif
