#include <stdbool.h>
#include <stddef.h>

/// What is found next in a YAML or JSON text.
enum {
  kindly_yaml_failed = -1,
  kindly_yaml_done = 0,
  kindly_yaml_other,
  kindly_yaml_scalar,
  kindly_yaml_sequence,
  kindly_yaml_mapping,
  kindly_yaml_end,
};

typedef struct kindly_yaml kindly_yaml;

/// Whether libyaml is on this machine. Any thread.
bool kindly_yaml_is_there(void);

/// Reads `count` bytes of UTF-8, which must stay until it is closed. NULL without the library.
kindly_yaml *kindly_yaml_open(const unsigned char *bytes, size_t count);
void kindly_yaml_close(kindly_yaml *yaml);

/// Goes to the next place: a value of the enumeration above. An alias is an empty scalar: nothing is repeated.
int kindly_yaml_next(kindly_yaml *yaml);
/// Of a scalar: its bytes, their count, and whether it was written without quotation marks.
const char *kindly_yaml_text(kindly_yaml *yaml);
size_t kindly_yaml_length(kindly_yaml *yaml);
bool kindly_yaml_is_plain(kindly_yaml *yaml);
/// The line of the place, or of what can't be read, from 1; and what is wrong there.
int kindly_yaml_line(kindly_yaml *yaml);
const char *kindly_yaml_problem(kindly_yaml *yaml);
