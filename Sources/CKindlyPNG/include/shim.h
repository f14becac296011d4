#include <png.h>
#include <stdbool.h>

/// Whether the library is on this machine. Any thread.
bool kindly_png_is_there(void);
