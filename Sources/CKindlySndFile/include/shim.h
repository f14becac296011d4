#pragma once
#include <sndfile.h>

/// A file that is open for reading, and the place in it. Lives as long as its SNDFILE.
typedef struct {
  int descriptor;
  sf_count_t place;
} kindly_sound_file;

/// Opens a sound file by its descriptor, which stays the caller's, from its beginning.
SNDFILE *kindly_open_sound(kindly_sound_file *file, SF_INFO *info);
