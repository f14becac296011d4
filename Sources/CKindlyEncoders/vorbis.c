// libvorbisenc, and libvorbis behind it.
#include "include/encoders.h"

#include <late.h>

#define FUNCTIONS(X)           \
  X(vorbis_info_init)          \
  X(vorbis_info_clear)         \
  X(vorbis_encode_setup_vbr)   \
  X(vorbis_encode_setup_init)  \
  X(vorbis_encode_ctl)         \
  X(vorbis_encode_init)        \
  X(vorbis_analysis_init)      \
  X(vorbis_dsp_clear)          \
  X(vorbis_block_init)         \
  X(vorbis_block_clear)        \
  X(vorbis_comment_init)       \
  X(vorbis_comment_clear)      \
  X(vorbis_analysis_headerout) \
  X(vorbis_analysis_buffer)    \
  X(vorbis_analysis_wrote)     \
  X(vorbis_analysis_blockout)  \
  X(vorbis_analysis)           \
  X(vorbis_bitrate_addblock)   \
  X(vorbis_bitrate_flushpacket)

KINDLY_LATE("libvorbisenc.so.2", FUNCTIONS)

bool kindly_has_vorbis(void) { return kindly_late(); }

int kindly_vorbis_variable(vorbis_info *info, long channels, long rate, float quality) {
  int code = late.vorbis_encode_setup_vbr(info, channels, rate, quality);
  if (code) return code;
  code = late.vorbis_encode_ctl(info, OV_ECTL_RATEMANAGE2_SET, NULL);
  return code ? code : late.vorbis_encode_setup_init(info);
}

#define CALL KINDLY_LATE_CALL
KINDLY_OURS void vorbis_info_init(vorbis_info *info) { late.vorbis_info_init(info); }
KINDLY_OURS void vorbis_info_clear(vorbis_info *info) { late.vorbis_info_clear(info); }
KINDLY_OURS void vorbis_dsp_clear(vorbis_dsp_state *state) { late.vorbis_dsp_clear(state); }
KINDLY_OURS void vorbis_comment_init(vorbis_comment *comment) { late.vorbis_comment_init(comment); }
KINDLY_OURS void vorbis_comment_clear(vorbis_comment *comment) {
  late.vorbis_comment_clear(comment);
}
CALL(int, vorbis_encode_init,
     (vorbis_info *info, long channels, long rate, long most, long mean, long least),
     (info, channels, rate, most, mean, least))
CALL(int, vorbis_analysis_init, (vorbis_dsp_state *state, vorbis_info *info), (state, info))
CALL(int, vorbis_block_init, (vorbis_dsp_state *state, vorbis_block *block), (state, block))
CALL(int, vorbis_block_clear, (vorbis_block *block), (block))
CALL(int, vorbis_analysis_headerout,
     (vorbis_dsp_state *state, vorbis_comment *comment, ogg_packet *first, ogg_packet *second,
      ogg_packet *third),
     (state, comment, first, second, third))
CALL(float **, vorbis_analysis_buffer, (vorbis_dsp_state *state, int frames), (state, frames))
CALL(int, vorbis_analysis_wrote, (vorbis_dsp_state *state, int frames), (state, frames))
CALL(int, vorbis_analysis_blockout, (vorbis_dsp_state *state, vorbis_block *block), (state, block))
CALL(int, vorbis_analysis, (vorbis_block *block, ogg_packet *packet), (block, packet))
CALL(int, vorbis_bitrate_addblock, (vorbis_block *block), (block))
CALL(int, vorbis_bitrate_flushpacket, (vorbis_dsp_state *state, ogg_packet *packet),
     (state, packet))
