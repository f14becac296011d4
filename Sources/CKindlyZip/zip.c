// libzip. Only the import of Word and OpenDocument files needs it.
#include "include/shim.h"

#include <late.h>
#include <stdlib.h>
#include <zip.h>

#define FUNCTIONS(X)          \
  X(zip_source_buffer_create) \
  X(zip_source_free)          \
  X(zip_open_from_source)     \
  X(zip_discard)              \
  X(zip_stat)                 \
  X(zip_fopen)                \
  X(zip_fread)                \
  X(zip_fclose)

KINDLY_LATE_EITHER("libzip.so.4", "libzip.so.5", FUNCTIONS)

bool kindly_zip_is_there(void) { return kindly_late(); }

static unsigned char *contents(zip_t *archive, const char *name, size_t limit, size_t *length) {
  zip_stat_t facts;
  if (late.zip_stat(archive, name, 0, &facts) != 0) return NULL;
  // A small archive may claim to hold more than memory does.
  if (!(facts.valid & ZIP_STAT_SIZE) || facts.size > limit) return NULL;
  zip_file_t *file = late.zip_fopen(archive, name, 0);
  if (!file) return NULL;
  unsigned char *bytes = malloc(facts.size + 1);
  zip_int64_t got = bytes ? late.zip_fread(file, bytes, facts.size) : -1;
  late.zip_fclose(file);
  if (got < 0) {
    free(bytes);
    return NULL;
  }
  *length = (size_t)got;
  return bytes;
}

unsigned char *kindly_zip_file(const unsigned char *bytes, size_t count, const char *name,
                               size_t limit, size_t *length) {
  if (!kindly_late()) return NULL;
  zip_error_t error;
  zip_source_t *source = late.zip_source_buffer_create(bytes, count, 0, &error);
  if (!source) return NULL;
  zip_t *archive = late.zip_open_from_source(source, ZIP_RDONLY, &error);
  if (!archive) {
    late.zip_source_free(source);
    return NULL;
  }
  unsigned char *found = contents(archive, name, limit, length);
  late.zip_discard(archive);
  return found;
}
