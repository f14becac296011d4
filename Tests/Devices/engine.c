// An engine for speech that does what its text says: `spin` works without end, `hang` sleeps without end,
// anything else is a tenth of a second of a tone.
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  int type;
  unsigned int unique_identifier;
  int text_position, length, audio_position, sample;
  void *user_data;
  union {
    int number;
    const char *name;
    char string[8];
  } id;
} event;

static int (*heard)(short *, int, event *);

int espeak_Initialize(int output, int buffer, const char *path, int options) { return 22050; }

const char *espeak_Info(const char **path) {
  if (path) *path = "/usr/share/espeak-ng-data";
  return "1.50";
}

const void **espeak_ListVoices(void *voice) {
  static const void *none[1];
  return none;
}

void espeak_SetSynthCallback(int (*callback)(short *, int, event *)) { heard = callback; }

int espeak_SetVoiceByName(const char *name) { return 0; }

int espeak_SetParameter(int parameter, int value, int relative) { return 0; }

const char *espeak_TextToPhonemes(const void **text, int mode, int phonemes) {
  *text = NULL;
  return "";
}

int espeak_Synth(
    const void *text, size_t size, unsigned int position, int type, unsigned int end, unsigned int flags,
    unsigned int *identifier, void *data) {
  if (strstr(text, "spin"))
    for (volatile uint64_t turns = 0;; turns++) {}
  if (strstr(text, "hang"))
    for (;;) pause();
  short samples[2205];
  for (int i = 0; i < 2205; i++) samples[i] = i / 50 % 2 ? 8000 : -8000;
  event over = {0};
  heard(samples, 2205, &over);
  heard(NULL, 0, &over);
  return 0;
}
