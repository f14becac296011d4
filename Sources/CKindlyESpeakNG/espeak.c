#define _GNU_SOURCE
#include "shim.h"

#include <ctype.h>
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// Only what is called; the types are taken from the header, the addresses at run time.
#define FUNCTIONS(X)   \
  X(Initialize)        \
  X(Info)              \
  X(ListVoices)        \
  X(SetSynthCallback)  \
  X(SetVoiceByName)    \
  X(SetParameter)      \
  X(Synth)             \
  X(TextToPhonemes)

#define FIELD(name) __typeof__(espeak_##name) *name;
static struct {
  FUNCTIONS(FIELD)
} espeak;

// Shared between the worker and the child that speaks: the child may die at any moment, so nothing
// it says goes through a stream that could end in the middle.
enum { MOST_SAMPLES = 22050 * 600, MOST_WORDS = 20000, MOST_PHONEMES = 40000, MEMORY = 256 << 20 };
static struct shared {
  int32_t outcome;
  int32_t detail;
  uint32_t sample_count;
  uint32_t word_count;
  uint32_t most_samples;
  kindly_word words[MOST_WORDS];
  uint32_t phoneme_count;
  char phonemes[MOST_PHONEMES];
  int16_t samples[MOST_SAMPLES];
} *shared;

static rlim_t data_in_use;

// espeak-ng calls this with each stretch of sound; a result of 1 stops it.
static int heard(short *samples, int count, espeak_EVENT *event) {
  for (; event->type != espeakEVENT_LIST_TERMINATED; event++) {
    // Words of length 0 are clause marks.
    if (event->type != espeakEVENT_WORD || event->length <= 0 || event->text_position < 1) continue;
    if (shared->word_count == MOST_WORDS) continue;
    shared->words[shared->word_count++] = (kindly_word){
        .sample = (uint32_t)event->sample,
        .position = (uint32_t)event->text_position - 1,
        .characters = (uint32_t)event->length,
    };
  }
  if (!samples || count <= 0) return 0;
  if ((uint32_t)count > shared->most_samples - shared->sample_count) {
    shared->outcome = KINDLY_TOO_LONG;
    shared->detail = (int32_t)shared->most_samples;
    return 1;
  }
  memcpy(shared->samples + shared->sample_count, samples, (size_t)count * sizeof *samples);
  shared->sample_count += (uint32_t)count;
  return 0;
}

// Gives up all files but the data: those of its folder, and those its links lead to.
static void confine(void) {
  const char *folder = NULL;
  char path[PATH_MAX], real[PATH_MAX];
  espeak.Info(&folder);
  const char *readable[] = {folder, NULL};
  if (folder && snprintf(path, sizeof path, "%s/phontab", folder) < (int)sizeof path &&
      realpath(path, real)) {
    char *slash = strrchr(real, '/');
    if (slash && slash != real) *slash = 0;
    readable[1] = real;
  }
  kindly_confine_speaking(readable, 2);
}

int kindly_espeak_open(const char *library, const char *data, char *problem, size_t size) {
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    snprintf(problem, size, "%s", dlerror());
    return 0;
  }
#define FIND(name)                                                              \
  if (!(*(void **)&espeak.name = dlsym(handle, "espeak_" #name))) {             \
    snprintf(problem, size, "espeak_" #name " is missing in %s", library);      \
    return 0;                                                                   \
  }
  FUNCTIONS(FIND)

  shared = mmap(
      NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1,
      0);
  if (shared == MAP_FAILED) {
    snprintf(problem, size, "no memory for sound: %s", strerror(errno));
    return 0;
  }
  int rate = espeak.Initialize(
      AUDIO_OUTPUT_SYNCHRONOUS, 0, data, espeakINITIALIZE_DONT_EXIT);
  if (rate <= 0) {
    snprintf(problem, size, "its data could not be read from %s", data ? data : "its own folder");
    return 0;
  }
  // Since version 1.52 its noise begins with the time of day; with a number of ours, the same words
  // are the same samples whenever they are spoken.
  int (*set_seed)(long);
  *(void **)&set_seed = dlsym(handle, "espeak_ng_SetRandSeed");
  if (set_seed) set_seed(1);
  espeak.SetSynthCallback(heard);
  data_in_use = kindly_data_size();
  confine();
  return rate;
}

const char *kindly_espeak_version(void) {
  const char *path;
  return espeak.Info ? espeak.Info(&path) : "";
}

static void limit(int what, rlim_t value) {
  setrlimit(what, &(struct rlimit){.rlim_cur = value, .rlim_max = value});
}

// Writes how the text will sound, one clause after another; what does not fit is left out.
static void spell(const char *text) {
  const void *rest = text;
  while (rest) {
    const char *clause = espeak.TextToPhonemes(&rest, espeakCHARS_UTF8, espeakPHONEMES_IPA);
    size_t length = clause ? strlen(clause) : 0;
    if (!length) continue;
    if (length + 1 > MOST_PHONEMES - shared->phoneme_count) return;
    if (shared->phoneme_count) shared->phonemes[shared->phoneme_count++] = ' ';
    memcpy(shared->phonemes + shared->phoneme_count, clause, length);
    shared->phoneme_count += (uint32_t)length;
  }
}

static int32_t say(const kindly_phrase *phrase, int32_t *detail) {
  espeak_ERROR error = espeak.SetVoiceByName(phrase->voice);
  if (error != EE_OK) {
    *detail = error;
    return KINDLY_UNKNOWN_VOICE;
  }
  if (phrase->phonemes) {
    spell(phrase->text);
    return KINDLY_SPOKEN;
  }
  espeak.SetParameter(espeakRATE, phrase->rate, 0);
  espeak.SetParameter(espeakPITCH, phrase->pitch, 0);
  espeak.SetParameter(espeakRANGE, phrase->range, 0);
  espeak.SetParameter(espeakVOLUME, phrase->volume, 0);
  espeak.SetParameter(espeakWORDGAP, phrase->word_gap, 0);
  // Breath and roughness use rand().
  srand(1);
  // Never espeakSSML: <audio src> runs a shell. Never espeakPHONEMES: [[ crashes it.
  error = espeak.Synth(
      phrase->text, strlen(phrase->text) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, NULL, NULL);
  if (error != EE_OK) {
    *detail = error;
    return KINDLY_REFUSED;
  }
  return KINDLY_SPOKEN;
}

static void speak_and_leave(const kindly_phrase *phrase, int asker) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  close(asker);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CPU, phrase->processor / 1000 + 2);
  if (data_in_use) limit(RLIMIT_DATA, data_in_use + MEMORY);
  int32_t detail = 0;
  int32_t outcome = say(phrase, &detail);
  if (shared->outcome != KINDLY_TOO_LONG) {
    shared->outcome = outcome;
    shared->detail = detail;
  }
  _exit(0);
}

static uint64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

// The processor time that a child has had, in milliseconds; 0 once it has ended.
static uint64_t used(pid_t child) {
  clockid_t clock;
  struct timespec time;
  if (clock_getcpuclockid(child, &clock) || clock_gettime(clock, &time)) return 0;
  return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

// Waits until the child has ended, its time is over, or the asker has gone; returns what the child
// did not say itself, KINDLY_SPOKEN if it ended well. A child that waits for a processor is waited for.
static kindly_outcome wait_for(
    pid_t child, int asker, const kindly_phrase *phrase, int32_t *detail) {
  kindly_outcome outcome = KINDLY_SPOKEN;
  int handle = (int)syscall(SYS_pidfd_open, child, 0);
  uint64_t end = now() + phrase->clock;
  for (;;) {
    uint64_t time = now(), spent = used(child);
    uint64_t most = spent < phrase->processor ? phrase->processor - spent : 0;
    struct pollfd watched[] = {
        {.fd = handle, .events = POLLIN}, {.fd = asker, .events = POLLRDHUP}};
    uint64_t still = time < end ? end - time : 0;
    // It can't have used up its time before so much has passed by the clock.
    int left = (int)(still < most ? still : most);
    // Without pidfd_open (before Linux 5.3) the child is looked at every 2 ms.
    int ready = poll(watched, 2, handle < 0 && left > 2 ? 2 : left);
    if (ready > 0 && watched[1].revents) outcome = KINDLY_ALONE;
    else if (!(ready > 0 && watched[0].revents) && (!most || now() >= end)) {
      outcome = KINDLY_TIMED_OUT;
      *detail = (int32_t)(most ? phrase->clock : phrase->processor);
    }
    if (outcome != KINDLY_SPOKEN) kill(child, SIGKILL);
    int status;
    bool must = outcome != KINDLY_SPOKEN || (handle >= 0 && ready > 0 && watched[0].revents);
    pid_t ended = waitpid(child, &status, must ? 0 : WNOHANG);
    if (ended < 0 && errno == EINTR) continue;
    if (ended == 0) continue;
    if (outcome == KINDLY_SPOKEN && (ended < 0 || !WIFEXITED(status) || WEXITSTATUS(status))) {
      outcome = KINDLY_DIED;
      *detail = ended > 0 && WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    }
    break;
  }
  if (handle >= 0) close(handle);
  return outcome;
}

// A voice that lies in `voices` under its own name is found there. For any other espeak-ng needs the list
// of all, some 300 files, which is read once here rather than in every child.
static void look_for(const char *voice) {
  static bool has_list;
  if (has_list) return;
  const char *folder = NULL;
  char path[PATH_MAX];
  espeak.Info(&folder);
  int length = (int)strcspn(voice, "+");
  int end = snprintf(path, sizeof path, "%s/voices/%.*s", folder ? folder : "", length, voice);
  if (end < (int)sizeof path) {
    // As espeak-ng looks for it.
    for (char *letter = path + end - length; *letter; letter++) *letter = (char)tolower(*letter);
    if (access(path, R_OK) == 0) return;
  }
  espeak.ListVoices(NULL);
  has_list = true;
  data_in_use = kindly_data_size();
}

kindly_spoken kindly_espeak_speak(const kindly_phrase *phrase, int asker) {
  shared->outcome = KINDLY_DIED;
  shared->detail = 0;
  shared->sample_count = shared->word_count = shared->phoneme_count = 0;
  shared->most_samples =
      phrase->most_samples < MOST_SAMPLES ? phrase->most_samples : (uint32_t)MOST_SAMPLES;
  look_for(phrase->voice);
  pid_t child = fork();
  if (child == 0) speak_and_leave(phrase, asker);
  if (child < 0) return (kindly_spoken){.outcome = KINDLY_NO_PROCESS, .detail = errno};

  int32_t detail = 0;
  kindly_outcome outcome = wait_for(child, asker, phrase, &detail);
  if (outcome != KINDLY_SPOKEN) return (kindly_spoken){.outcome = outcome, .detail = detail};
  // The child wrote these: they are believed only as far as the memory reaches.
  uint32_t samples = shared->sample_count, words = shared->word_count;
  uint32_t phonemes = shared->phoneme_count;
  return (kindly_spoken){
      .outcome = (kindly_outcome)shared->outcome,
      .detail = shared->detail,
      .sample_count = samples < MOST_SAMPLES ? samples : (uint32_t)MOST_SAMPLES,
      .word_count = words < MOST_WORDS ? words : (uint32_t)MOST_WORDS,
      .phoneme_count = phonemes < MOST_PHONEMES ? phonemes : (uint32_t)MOST_PHONEMES,
      .samples = shared->samples,
      .words = shared->words,
      .phonemes = shared->phonemes,
  };
}
