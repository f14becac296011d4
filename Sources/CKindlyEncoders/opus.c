// libopus.
#include "include/encoders.h"

#include <late.h>

#define FUNCTIONS(X)       \
  X(opus_encoder_create)   \
  X(opus_encoder_destroy)  \
  X(opus_encoder_ctl)      \
  X(opus_encode_float)     \
  X(opus_get_version_string)

KINDLY_LATE("libopus.so.0", FUNCTIONS)

bool kindly_has_opus(void) { return kindly_late(); }

KINDLY_OURS OpusEncoder *opus_encoder_create(opus_int32 rate, int channels, int use, int *error) {
  return kindly_late() ? late.opus_encoder_create(rate, channels, use, error) : NULL;
}

int kindly_opus_set(OpusEncoder *encoder, int request, int value) {
  return late.opus_encoder_ctl(encoder, request, (opus_int32)value);
}

int kindly_opus_lookahead(OpusEncoder *encoder) {
  opus_int32 frames = 0;
  late.opus_encoder_ctl(encoder, OPUS_GET_LOOKAHEAD_REQUEST, &frames);
  return frames;
}

#define CALL KINDLY_LATE_CALL
KINDLY_OURS void opus_encoder_destroy(OpusEncoder *encoder) { late.opus_encoder_destroy(encoder); }
CALL(opus_int32, opus_encode_float,
     (OpusEncoder *encoder, const float *frames, int count, unsigned char *out, opus_int32 size),
     (encoder, frames, count, out, size))
CALL(const char *, opus_get_version_string, (void), ())
