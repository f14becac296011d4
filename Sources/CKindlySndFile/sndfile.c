// libsndfile. What plays from kept speech needs none of it, and it brings seven codecs.
#include "include/shim.h"

#include <late.h>

#define FUNCTIONS(X)  \
  X(sf_open)          \
  X(sf_open_virtual)  \
  X(sf_close)         \
  X(sf_seek)          \
  X(sf_readf_float)   \
  X(sf_writef_float)  \
  X(sf_writef_int)    \
  X(sf_command)       \
  X(sf_error)         \
  X(sf_error_number)  \
  X(sf_strerror)

KINDLY_LATE("libsndfile.so.1", FUNCTIONS)

// What can be called with no file open.
KINDLY_OURS SNDFILE *sf_open(const char *path, int mode, SF_INFO *info) {
  return kindly_late() ? late.sf_open(path, mode, info) : NULL;
}
KINDLY_OURS SNDFILE *sf_open_virtual(SF_VIRTUAL_IO *io, int mode, SF_INFO *info, void *context) {
  return kindly_late() ? late.sf_open_virtual(io, mode, info, context) : NULL;
}
KINDLY_OURS const char *sf_strerror(SNDFILE *file) {
  return kindly_late() ? late.sf_strerror(file)
                       : "libsndfile is missing: sudo apt-get install --reinstall libsndfile1";
}

#define CALL KINDLY_LATE_CALL
CALL(int, sf_close, (SNDFILE *file), (file))
CALL(sf_count_t, sf_seek, (SNDFILE *file, sf_count_t frames, int whence),
     (file, frames, whence))
CALL(sf_count_t, sf_readf_float, (SNDFILE *file, float *frames, sf_count_t count),
     (file, frames, count))
CALL(sf_count_t, sf_writef_float, (SNDFILE *file, const float *frames, sf_count_t count),
     (file, frames, count))
CALL(sf_count_t, sf_writef_int, (SNDFILE *file, const int *frames, sf_count_t count),
     (file, frames, count))
CALL(int, sf_command, (SNDFILE *file, int command, void *data, int size),
     (file, command, data, size))
CALL(int, sf_error, (SNDFILE *file), (file))
CALL(const char *, sf_error_number, (int number), (number))
