// The D-Bus client of systemd. Only a sitting calls it: it brings six libraries of its own, and on a
// machine without it there is no bus, which is an ordinary situation.
#include "include/shim.h"

#include <errno.h>
#include <late.h>

#define FUNCTIONS(X)                \
  X(sd_bus_open_user)               \
  X(sd_bus_open_system)             \
  X(sd_bus_close_unref)             \
  X(sd_bus_set_method_call_timeout) \
  X(sd_bus_get_fd)                  \
  X(sd_bus_get_events)              \
  X(sd_bus_process)                 \
  X(sd_bus_call)                    \
  X(sd_bus_call_async)              \
  X(sd_bus_send)                    \
  X(sd_bus_request_name_async)      \
  X(sd_bus_add_object)              \
  X(sd_bus_match_signal_async)      \
  X(sd_bus_slot_unref)              \
  X(sd_bus_message_new_method_call) \
  X(sd_bus_message_new_method_return) \
  X(sd_bus_message_new_signal)      \
  X(sd_bus_message_ref)             \
  X(sd_bus_message_unref)           \
  X(sd_bus_message_get_interface)   \
  X(sd_bus_message_get_member)      \
  X(sd_bus_message_append_basic)    \
  X(sd_bus_message_read_basic)      \
  X(sd_bus_message_open_container)  \
  X(sd_bus_message_close_container) \
  X(sd_bus_message_enter_container)

KINDLY_LATE("libsystemd.so.0", FUNCTIONS)

// Nothing else can be called without what one of these two opened.
KINDLY_OURS int sd_bus_open_user(sd_bus **bus) {
  return kindly_late() ? late.sd_bus_open_user(bus) : -ENOSYS;
}
KINDLY_OURS int sd_bus_open_system(sd_bus **bus) {
  return kindly_late() ? late.sd_bus_open_system(bus) : -ENOSYS;
}

#define CALL KINDLY_LATE_CALL
CALL(sd_bus *, sd_bus_close_unref, (sd_bus *bus), (bus))
CALL(int, sd_bus_set_method_call_timeout, (sd_bus *bus, uint64_t microseconds), (bus, microseconds))
CALL(int, sd_bus_get_fd, (sd_bus *bus), (bus))
CALL(int, sd_bus_get_events, (sd_bus *bus), (bus))
CALL(int, sd_bus_process, (sd_bus *bus, sd_bus_message **message), (bus, message))
CALL(int, sd_bus_call,
     (sd_bus *bus, sd_bus_message *message, uint64_t microseconds, sd_bus_error *error,
      sd_bus_message **reply),
     (bus, message, microseconds, error, reply))
CALL(int, sd_bus_call_async,
     (sd_bus *bus, sd_bus_slot **slot, sd_bus_message *message, sd_bus_message_handler_t handler,
      void *context, uint64_t microseconds),
     (bus, slot, message, handler, context, microseconds))
CALL(int, sd_bus_send, (sd_bus *bus, sd_bus_message *message, uint64_t *cookie),
     (bus, message, cookie))
CALL(int, sd_bus_request_name_async,
     (sd_bus *bus, sd_bus_slot **slot, const char *name, uint64_t flags,
      sd_bus_message_handler_t handler, void *context),
     (bus, slot, name, flags, handler, context))
CALL(int, sd_bus_add_object,
     (sd_bus *bus, sd_bus_slot **slot, const char *path, sd_bus_message_handler_t handler,
      void *context),
     (bus, slot, path, handler, context))
CALL(int, sd_bus_match_signal_async,
     (sd_bus *bus, sd_bus_slot **slot, const char *sender, const char *path, const char *interface,
      const char *member, sd_bus_message_handler_t handler, sd_bus_message_handler_t installed,
      void *context),
     (bus, slot, sender, path, interface, member, handler, installed, context))
CALL(sd_bus_slot *, sd_bus_slot_unref, (sd_bus_slot *slot), (slot))

CALL(int, sd_bus_message_new_method_call,
     (sd_bus *bus, sd_bus_message **message, const char *destination, const char *path,
      const char *interface, const char *member),
     (bus, message, destination, path, interface, member))
CALL(int, sd_bus_message_new_method_return, (sd_bus_message *call, sd_bus_message **message),
     (call, message))
CALL(int, sd_bus_message_new_signal,
     (sd_bus *bus, sd_bus_message **message, const char *path, const char *interface,
      const char *member),
     (bus, message, path, interface, member))
CALL(sd_bus_message *, sd_bus_message_ref, (sd_bus_message *message), (message))
CALL(sd_bus_message *, sd_bus_message_unref, (sd_bus_message *message), (message))
CALL(const char *, sd_bus_message_get_interface, (sd_bus_message *message), (message))
CALL(const char *, sd_bus_message_get_member, (sd_bus_message *message), (message))
CALL(int, sd_bus_message_append_basic, (sd_bus_message *message, char type, const void *value),
     (message, type, value))
CALL(int, sd_bus_message_read_basic, (sd_bus_message *message, char type, void *value),
     (message, type, value))
CALL(int, sd_bus_message_open_container, (sd_bus_message *message, char type, const char *contents),
     (message, type, contents))
CALL(int, sd_bus_message_close_container, (sd_bus_message *message), (message))
CALL(int, sd_bus_message_enter_container,
     (sd_bus_message *message, char type, const char *contents), (message, type, contents))
