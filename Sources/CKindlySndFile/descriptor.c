// A sound file by its descriptor. libsndfile is given no name: by a name it would also look for a
// resource fork beside the file, through links, and wait for a FIFO there.
#include "include/shim.h"

#include <sys/stat.h>
#include <unistd.h>

static sf_count_t length_of(void *context) {
  struct stat facts;
  return fstat(((kindly_sound_file *)context)->descriptor, &facts) ? 0 : facts.st_size;
}

static sf_count_t seek_in(sf_count_t offset, int whence, void *context) {
  kindly_sound_file *file = context;
  sf_count_t from = whence == SEEK_SET ? 0 : whence == SEEK_END ? length_of(file) : file->place;
  sf_count_t place;
  if (__builtin_add_overflow(from, offset, &place) || place < 0) return -1;
  return file->place = place;
}

static sf_count_t read_from(void *bytes, sf_count_t count, void *context) {
  kindly_sound_file *file = context;
  sf_count_t done = 0;
  while (done < count) {
    ssize_t got =
        pread(file->descriptor, (char *)bytes + done, (size_t)(count - done), file->place);
    if (got <= 0) break;
    done += got;
    file->place += got;
  }
  return done;
}

static sf_count_t write_nothing(const void *bytes, sf_count_t count, void *context) {
  (void)bytes, (void)count, (void)context;
  return 0;
}

static sf_count_t place_in(void *context) { return ((kindly_sound_file *)context)->place; }

SNDFILE *kindly_open_sound(kindly_sound_file *file, SF_INFO *info) {
  static SF_VIRTUAL_IO calls = {length_of, seek_in, read_from, write_nothing, place_in};
  file->place = 0;
  return sf_open_virtual(&calls, SFM_READ, info, file);
}
