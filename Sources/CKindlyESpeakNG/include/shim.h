#pragma once
// The C side of narration: espeak-ng opened at run time, and starting programs with one socket.
// Types come from speak_lib.h; nothing here links the library.
#include <libraries.h>

#include <espeak-ng/speak_lib.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

// ---- espeak-ng, in a worker process -----------------------------------------------------------

/// A word event: where it begins in the samples, and which characters it is.
typedef struct {
  uint32_t sample;      // index of its first sample
  uint32_t position;    // 0-based index of its first character (not byte) in the text
  uint32_t characters;  // length in characters
} kindly_word;

/// One piece of text and how to say it. Strings are UTF-8.
typedef struct {
  const char *voice;      // such as "en-us+calm"
  const char *text;
  int32_t rate;           // espeak's words per minute, 80 to 450
  int32_t pitch;          // 0 to 100
  int32_t range;          // 0 to 100
  int32_t volume;         // 0 to 200, 100 is espeak's own
  int32_t word_gap;       // in units of 10 ms
  uint32_t most_samples;  // what is spoken beyond that is refused
  uint32_t processor;     // milliseconds of processor time that the phrase may take
  uint32_t clock;         // milliseconds that it may take by the clock
  bool phonemes;          // tell how the text would sound instead of speaking it
} kindly_phrase;

/// How speaking one phrase ended.
typedef enum {
  KINDLY_SPOKEN = 0,
  KINDLY_DIED = 1,           // detail: the signal
  KINDLY_TIMED_OUT = 2,      // detail: milliseconds
  KINDLY_TOO_LONG = 3,       // detail: the cap on samples
  KINDLY_UNKNOWN_VOICE = 4,  // detail: espeak's error number
  KINDLY_REFUSED = 5,        // detail: espeak's error number
  KINDLY_NO_PROCESS = 6,     // detail: errno of fork
  KINDLY_ALONE = 7,          // whoever asked has gone away
} kindly_outcome;

/// What was spoken; the pointers are valid until the next phrase.
typedef struct {
  kindly_outcome outcome;
  int32_t detail;
  uint32_t sample_count;
  uint32_t word_count;
  uint32_t phoneme_count;  // bytes
  const int16_t *samples;
  const kindly_word *words;
  const char *phonemes;  // IPA as UTF-8, not terminated
} kindly_spoken;

/// Opens the library and its data folder (the one that holds `espeak-ng-data`; NULL for the
/// library's own). Returns the sample rate, or 0 with a line in `problem`. Call once in a process:
/// espeak-ng does not survive being initialised twice. Afterwards the process reads that data and has
/// given up all other files, programs and the network.
int kindly_espeak_open(const char *library, const char *data, char *problem, size_t size);

/// The version the opened library reports.
const char *kindly_espeak_version(void);

/// Speaks one phrase in a child of its own, so that it starts from the same state every time and
/// whatever happens in it ends only the child. `asker` is watched: if its other end closes, the
/// child is ended at once.
kindly_spoken kindly_espeak_speak(const kindly_phrase *phrase, int asker);

// ---- starting programs -------------------------------------------------------------------------

/// Starts `path` in a process group of its own with nothing on 0, 1 and 2 and one end of a socket
/// pair as descriptor 3; `file`, unless it is -1, is its descriptor 4. Returns 0 or errno.
int kindly_start_worker(
    const char *path, char *const arguments[], char *const environment[], int file, pid_t *pid,
    int *socket);

// ---- what a worker gives up --------------------------------------------------------------------

/// A file in memory, for the user alone and without a name, gone with its last descriptor; -1 where
/// there is no room. `label` is what it is called in /proc.
int kindly_nameless_file(const char *label);

/// Puts memory that mmap gave in the place of other such memory, at once and without copying it; `from` is
/// gone then. False if that can't be, and nothing is changed.
bool kindly_move_pages(void *from, void *to, size_t size);

/// Private writable memory of this process in bytes, as RLIMIT_DATA counts it; 0 if nobody knows.
uint64_t kindly_data_size(void);

/// Leaves a worker that speaks the files below `readable`, to read, and nothing else of the file
/// system; no network and no other programs. As far as the kernel can; no way back.
void kindly_confine_speaking(const char *const readable[], size_t count);

/// Leaves a worker that decodes its memory and its open descriptors: `seconds` of processor and
/// `memory` bytes more than it has. As far as the kernel can; no way back.
void kindly_confine_decoding(uint32_t seconds, uint64_t memory);

/// How a program that was run to its end ended.
typedef struct {
  int error;       // errno if it could not be started, else 0
  bool hung;       // it was ended because its time was over
  int signal;      // the signal that ended it, else 0
  int exit_code;
} kindly_ending;

/// Runs `path` to its end in a process group of its own, and ends the whole group then, when
/// `milliseconds` are over, or when this process ends, however it ends. Its descriptors 0, 1 and 2 are
/// the named files; no file that it writes can grow beyond `most_bytes`.
kindly_ending kindly_run_program(
    const char *path, char *const arguments[], char *const environment[], const char *input,
    const char *output, const char *complaints, uint64_t most_bytes, uint32_t milliseconds);

/// Starts `path` in a process group of its own, to answer requests as long as it is wanted: its
/// descriptors 0 and 1 are one end of a socket pair, of which `socket` is the other, and 2 is appended
/// to the file `complaints`. `guard` watches it: it ends the whole group when `leash` closes, so also
/// when this process ends, however it ends. Returns 0 or errno; `kindly_leash_ends` must follow.
int kindly_start_resident(
    const char *path, char *const arguments[], char *const environment[], const char *complaints,
    uint64_t most_bytes, pid_t *guard, int *leash, int *socket);

/// Waits at most so long for the end of a program on a leash: true if it still runs, else false, with
/// how it ended in `ending`. False at most once.
bool kindly_leash_waits(int leash, uint32_t milliseconds, kindly_ending *ending);

/// Ends a program on a leash, if it still runs, and its guard.
void kindly_leash_ends(pid_t guard, int leash);
