// libmp3lame.
#include "include/encoders.h"

#include <late.h>

#define FUNCTIONS(X)                           \
  X(lame_init)                                 \
  X(lame_close)                                \
  X(lame_set_num_channels)                     \
  X(lame_set_in_samplerate)                    \
  X(lame_set_out_samplerate)                   \
  X(lame_set_brate)                            \
  X(lame_set_VBR)                              \
  X(lame_set_VBR_quality)                      \
  X(lame_set_VBR_mean_bitrate_kbps)            \
  X(lame_set_bWriteVbrTag)                     \
  X(lame_set_write_id3tag_automatic)           \
  X(lame_init_params)                          \
  X(lame_encode_buffer_interleaved_ieee_float) \
  X(lame_encode_buffer_ieee_float)             \
  X(lame_encode_flush)                         \
  X(lame_get_lametag_frame)

KINDLY_LATE("libmp3lame.so.0", FUNCTIONS)

bool kindly_has_lame(void) { return kindly_late(); }

KINDLY_OURS kindly_lame lame_init(void) { return kindly_late() ? late.lame_init() : NULL; }
KINDLY_OURS void lame_set_write_id3tag_automatic(kindly_lame lame, int value) {
  late.lame_set_write_id3tag_automatic(lame, value);
}

#define CALL KINDLY_LATE_CALL
#define SET(name) CALL(int, name, (kindly_lame lame, int value), (lame, value))
SET(lame_set_num_channels)
SET(lame_set_in_samplerate)
SET(lame_set_out_samplerate)
SET(lame_set_brate)
SET(lame_set_VBR)
SET(lame_set_VBR_mean_bitrate_kbps)
SET(lame_set_bWriteVbrTag)
CALL(int, lame_set_VBR_quality, (kindly_lame lame, float value), (lame, value))
CALL(int, lame_close, (kindly_lame lame), (lame))
CALL(int, lame_init_params, (kindly_lame lame), (lame))
CALL(int, lame_encode_buffer_interleaved_ieee_float,
     (kindly_lame lame, const float *frames, int count, unsigned char *out, int size),
     (lame, frames, count, out, size))
CALL(int, lame_encode_buffer_ieee_float,
     (kindly_lame lame, const float *left, const float *right, int count, unsigned char *out,
      int size),
     (lame, left, right, count, out, size))
CALL(int, lame_encode_flush, (kindly_lame lame, unsigned char *out, int size), (lame, out, size))
CALL(size_t, lame_get_lametag_frame, (kindly_lame lame, unsigned char *out, size_t size),
     (lame, out, size))
