// libFLAC, which libsndfile brings along under a name that changes from release to release: it is
// looked for in what libsndfile opened. Called directly, it leaves out the digest we make ourselves.
#include "include/encoders.h"

#include <late.h>

#define FUNCTIONS(X)                            \
  X(FLAC__stream_encoder_new)                   \
  X(FLAC__stream_encoder_delete)                \
  X(FLAC__stream_encoder_set_channels)          \
  X(FLAC__stream_encoder_set_bits_per_sample)   \
  X(FLAC__stream_encoder_set_sample_rate)       \
  X(FLAC__stream_encoder_set_streamable_subset) \
  X(FLAC__stream_encoder_set_compression_level) \
  X(FLAC__stream_encoder_set_max_lpc_order)     \
  X(FLAC__stream_encoder_set_blocksize)         \
  X(FLAC__stream_encoder_init_stream)           \
  X(FLAC__stream_encoder_process_interleaved)   \
  X(FLAC__stream_encoder_finish)                \
  X(FLAC__stream_encoder_get_resolved_state_string)

KINDLY_LATE("libsndfile.so.1", FUNCTIONS)

bool kindly_has_flac(void) { return kindly_late(); }

KINDLY_OURS kindly_flac FLAC__stream_encoder_new(void) {
  return kindly_late() ? late.FLAC__stream_encoder_new() : NULL;
}

KINDLY_OURS void FLAC__stream_encoder_delete(kindly_flac encoder) {
  late.FLAC__stream_encoder_delete(encoder);
}

// Not every release has it; without it the encoder's own digest is only made for nothing.
void kindly_flac_leave_out_digest(kindly_flac encoder) {
  void *library = dlopen("libsndfile.so.1", RTLD_NOW | RTLD_NOLOAD);
  if (!library) return;
  int (*set)(kindly_flac, int);
  *(void **)&set = dlsym(library, "FLAC__stream_encoder_set_do_md5");
  if (set) set(encoder, 0);
  dlclose(library);
}

#define CALL KINDLY_LATE_CALL
#define SET(name, type) CALL(int, name, (kindly_flac encoder, type value), (encoder, value))
SET(FLAC__stream_encoder_set_channels, uint32_t)
SET(FLAC__stream_encoder_set_bits_per_sample, uint32_t)
SET(FLAC__stream_encoder_set_sample_rate, uint32_t)
SET(FLAC__stream_encoder_set_compression_level, uint32_t)
SET(FLAC__stream_encoder_set_max_lpc_order, uint32_t)
SET(FLAC__stream_encoder_set_blocksize, uint32_t)
SET(FLAC__stream_encoder_set_streamable_subset, int)
CALL(int, FLAC__stream_encoder_init_stream,
     (kindly_flac encoder, kindly_flac_write write, void *seek, void *tell, void *metadata,
      void *context),
     (encoder, write, seek, tell, metadata, context))
CALL(int, FLAC__stream_encoder_process_interleaved,
     (kindly_flac encoder, const int32_t *samples, uint32_t frames), (encoder, samples, frames))
CALL(int, FLAC__stream_encoder_finish, (kindly_flac encoder), (encoder))
CALL(const char *, FLAC__stream_encoder_get_resolved_state_string, (kindly_flac encoder),
     (encoder))
