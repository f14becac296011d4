#include <stdbool.h>
#include <stddef.h>

/// Whether libzip is on this machine. Any thread.
bool kindly_zip_is_there(void);

/// The contents of a file in a zip archive in memory, to be freed, and its length; NULL where there is
/// no such file, it can't be unpacked, or it has more than `limit` bytes. Any thread.
unsigned char *kindly_zip_file(const unsigned char *archive, size_t count, const char *name,
                               size_t limit, size_t *length);
