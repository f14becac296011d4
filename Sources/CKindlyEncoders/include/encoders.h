// libopus, libvorbisenc, libmp3lame and libFLAC, the encoders libsndfile brings along. Called directly, they
// hand over packets one by one, so that silence can be written without being encoded.
#pragma once

#include <opus/opus.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <vorbis/vorbisenc.h>

// Whether the library was found.
bool kindly_has_opus(void);
bool kindly_has_vorbis(void);
bool kindly_has_lame(void);
bool kindly_has_flac(void);

// opus_encoder_ctl takes any number of arguments, which Swift cannot call: one value each.
int kindly_opus_set(OpusEncoder *encoder, int request, int value);
int kindly_opus_lookahead(OpusEncoder *encoder);

// vorbis_encode_ctl with OV_ECTL_RATEMANAGE2_SET and NULL: variable bit rate, nothing held back.
int kindly_vorbis_variable(vorbis_info *info, long channels, long rate, float quality);

// What we call of libmp3lame 3.100; its header is in a package of its own.
typedef struct lame_global_struct *kindly_lame;
kindly_lame lame_init(void);
int lame_close(kindly_lame);
int lame_set_num_channels(kindly_lame, int);
int lame_set_in_samplerate(kindly_lame, int);
int lame_set_out_samplerate(kindly_lame, int);
int lame_set_brate(kindly_lame, int);
int lame_set_VBR(kindly_lame, int);  // 0 constant, 3 average, 4 variable (mtrh)
int lame_set_VBR_quality(kindly_lame, float);
int lame_set_VBR_mean_bitrate_kbps(kindly_lame, int);
int lame_set_bWriteVbrTag(kindly_lame, int);
void lame_set_write_id3tag_automatic(kindly_lame, int);
int lame_init_params(kindly_lame);
int lame_encode_buffer_interleaved_ieee_float(
    kindly_lame, const float *frames, int count, unsigned char *out, int size);
int lame_encode_buffer_ieee_float(
    kindly_lame, const float *left, const float *right, int count, unsigned char *out, int size);
int lame_encode_flush(kindly_lame, unsigned char *out, int size);
size_t lame_get_lametag_frame(kindly_lame, unsigned char *out, size_t size);

// What we call of libFLAC 1.3 to 1.5; its header is in a package of its own.
typedef struct kindly_flac_encoder *kindly_flac;
/// Given a frame, or with `samples` 0 metadata; 0 goes on.
typedef int (*kindly_flac_write)(
    kindly_flac encoder, const uint8_t *bytes, size_t count, uint32_t samples, uint32_t frame,
    void *context);
kindly_flac FLAC__stream_encoder_new(void);
void FLAC__stream_encoder_delete(kindly_flac);
int FLAC__stream_encoder_set_channels(kindly_flac, uint32_t);
int FLAC__stream_encoder_set_bits_per_sample(kindly_flac, uint32_t);
int FLAC__stream_encoder_set_sample_rate(kindly_flac, uint32_t);
int FLAC__stream_encoder_set_compression_level(kindly_flac, uint32_t);
int FLAC__stream_encoder_set_max_lpc_order(kindly_flac, uint32_t);
int FLAC__stream_encoder_set_blocksize(kindly_flac, uint32_t);
int FLAC__stream_encoder_set_streamable_subset(kindly_flac, int);
int FLAC__stream_encoder_init_stream(
    kindly_flac, kindly_flac_write, void *seek, void *tell, void *metadata, void *context);
int FLAC__stream_encoder_process_interleaved(kindly_flac, const int32_t *samples, uint32_t frames);
int FLAC__stream_encoder_finish(kindly_flac);
const char *FLAC__stream_encoder_get_resolved_state_string(kindly_flac);
void kindly_flac_leave_out_digest(kindly_flac);
