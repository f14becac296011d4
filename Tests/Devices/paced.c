// A sound device for tests: paced by the monotonic clock, in real time or faster, faultless but for
// the faults it is told to have.
//
// It is opened as `paced:DIR`. DIR/device says what it is like and when it fails, one line each:
//
//     speed 20            how much faster than real time it runs
//     patient             waits for samples instead of running dry
//     formats S16_LE …    what it can do; also `rates 44100`, `channels 1 1` (least and most)
//     latency 4800        frames between the pointer and the ear
//     refuse busy         cannot be opened (also `absent`, `denied`)
//     at 48000 underrun   everything queued is heard, then it runs dry
//     at 48000 suspend    stops as in a sleeping machine
//     at 48000 unplug 500 goes away, and cannot be opened for so many milliseconds
//     at 48000 stall 3000 stands still for so many milliseconds
//     at 48000 hang 3000  does not return from a call for so many milliseconds
//
// Frames count what was heard, over all openings. DIR/heard.raw gets every frame as it is heard (a
// rewind is honest), DIR/log a line "nanoseconds what frame" for each start, stop and fault.
#define PIC 1
#include <alsa/asoundlib.h>
#include <alsa/pcm_external.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum { MAX_FAULTS = 64, MAX_CHOICES = 16 };

struct fault {
  long long frame;
  char what[16];
  long long milliseconds;
};

/// What outlives an opening: where the device is in its script.
struct life {
  char folder[512];
  double speed;
  int patient;
  long long latency;
  char refuse[16];
  unsigned formats[MAX_CHOICES], rates[MAX_CHOICES], channels[2];
  int format_count, rate_count, channel_count;
  struct fault faults[MAX_FAULTS];
  int fault_count, next_fault;
  long long heard;      // frames heard in all openings
  long long away_until; // nanoseconds
  struct life *next;
};

struct paced {
  snd_pcm_ioplug_t io;
  struct life *life;
  FILE *out, *log;
  int timer;
  long long started;      // when the pointer was `base`
  snd_pcm_uframes_t base; // pointer at that time
  snd_pcm_uframes_t pointer;
  long long stalled_until;
  int running;
};

static struct life *lives;
static pthread_mutex_t lives_lock = PTHREAD_MUTEX_INITIALIZER;

static long long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void note(struct paced *d, const char *what) {
  fprintf(d->log, "%lld %s %lld\n", now(), what, d->life->heard);
  fflush(d->log);
}

static void read_line(struct life *l, char *line) {
  char word[32], kind[32];
  struct fault f = {0};
  if (sscanf(line, "at %lld %15s %lld", &f.frame, f.what, &f.milliseconds) >= 2) {
    if (l->fault_count < MAX_FAULTS) l->faults[l->fault_count++] = f;
  } else if (sscanf(line, "speed %lf", &l->speed) == 1 ||
             sscanf(line, "latency %lld", &l->latency) == 1 ||
             sscanf(line, "refuse %15s", l->refuse) == 1) {
  } else if (sscanf(line, "%31s", word) == 1) {
    int at = 0, used = 0;
    if (!strcmp(word, "patient")) l->patient = 1;
    sscanf(line, "%*s%n", &at);
    while (sscanf(line + at, "%31s%n", kind, &used) == 1) {
      at += used;
      if (!strcmp(word, "formats") && l->format_count < MAX_CHOICES)
        l->formats[l->format_count++] = (unsigned)snd_pcm_format_value(kind);
      if (!strcmp(word, "rates") && l->rate_count < MAX_CHOICES)
        l->rates[l->rate_count++] = (unsigned)atoi(kind);
      if (!strcmp(word, "channels") && l->channel_count < 2)
        l->channels[l->channel_count++] = (unsigned)atoi(kind);
    }
  }
}

/// The life of the device in a folder; read from its script when it is first opened.
static struct life *life_of(const char *folder) {
  pthread_mutex_lock(&lives_lock);
  struct life *l = lives;
  while (l && strcmp(l->folder, folder)) l = l->next;
  if (!l && (l = calloc(1, sizeof *l))) {
    snprintf(l->folder, sizeof l->folder, "%s", folder);
    l->speed = 1;
    char path[600], line[256];
    snprintf(path, sizeof path, "%s/device", folder);
    FILE *script = fopen(path, "r");
    while (script && fgets(line, sizeof line, script)) read_line(l, line);
    if (script) fclose(script);
    l->next = lives;
    lives = l;
  }
  pthread_mutex_unlock(&lives_lock);
  return l;
}


/// Frames that should have been heard by now, were there always enough.
static snd_pcm_uframes_t due(struct paced *d) {
  double seconds = (double)(now() - d->started) / 1e9;
  return d->base + (snd_pcm_uframes_t)(seconds * d->life->speed * d->io.rate);
}

/// Lets time begin anew at the pointer.
static void rebase(struct paced *d) {
  d->started = now();
  d->base = d->pointer;
}

/// Hears frames up to `target`.
static void hear(struct paced *d, snd_pcm_uframes_t target) {
  const snd_pcm_channel_area_t *area = snd_pcm_ioplug_mmap_areas(&d->io);
  while (area && d->pointer < target) {
    snd_pcm_uframes_t offset = d->pointer % d->io.buffer_size;
    snd_pcm_uframes_t count = target - d->pointer;
    if (count > d->io.buffer_size - offset) count = d->io.buffer_size - offset;
    fwrite((char *)area->addr + area->first / 8 + offset * (area->step / 8), area->step / 8,
           count, d->out);
    d->pointer += count;
    d->life->heard += (long long)count;
  }
}

/// Does what the script says at this frame; 0, or the error the pointer answers.
static int fail(struct paced *d, struct fault *f) {
  note(d, f->what);
  if (!strcmp(f->what, "underrun")) {
    hear(d, d->io.appl_ptr);
    d->running = 0;
    return -EPIPE;
  } else if (!strcmp(f->what, "suspend")) {
    d->running = 0;
    snd_pcm_ioplug_set_state(&d->io, SND_PCM_STATE_SUSPENDED);
  } else if (!strcmp(f->what, "unplug")) {
    d->running = 0;
    d->life->away_until = now() + f->milliseconds * 1000000;
    snd_pcm_ioplug_set_state(&d->io, SND_PCM_STATE_DISCONNECTED);
  } else if (!strcmp(f->what, "stall")) {
    d->stalled_until = now() + f->milliseconds * 1000000;
  } else if (!strcmp(f->what, "hang")) {
    struct timespec t = {f->milliseconds / 1000, f->milliseconds % 1000 * 1000000};
    nanosleep(&t, NULL);
  }
  return 0;
}

static snd_pcm_sframes_t paced_pointer(snd_pcm_ioplug_t *io) {
  struct paced *d = io->private_data;
  struct life *l = d->life;
  if (!d->running) return (snd_pcm_sframes_t)d->pointer;
  if (d->stalled_until) {
    if (now() < d->stalled_until) return (snd_pcm_sframes_t)d->pointer;
    d->stalled_until = 0;
    rebase(d);
  }
  snd_pcm_uframes_t target = due(d);
  snd_pcm_uframes_t most = io->appl_ptr;
  if (l->next_fault < l->fault_count) {
    struct fault *f = &l->faults[l->next_fault];
    snd_pcm_uframes_t there = d->pointer;
    if (f->frame > l->heard) there += (snd_pcm_uframes_t)(f->frame - l->heard);
    if (target >= there && there <= most) {
      l->next_fault++;
      hear(d, there);
      int code = fail(d, f);
      if (code < 0) return code;
      return (snd_pcm_sframes_t)d->pointer;
    }
  }
  if (target > most) {
    hear(d, most);
    if (l->patient) {
      note(d, "waits");
      rebase(d);
    } else {
      note(d, "dry");
      d->running = 0;
      return -EPIPE;
    }
  } else {
    hear(d, target);
  }
  return (snd_pcm_sframes_t)d->pointer;
}

static int paced_start(snd_pcm_ioplug_t *io) {
  struct paced *d = io->private_data;
  rebase(d);
  d->running = 1;
  note(d, "start");
  long long period = (long long)(1e9 * (double)io->period_size / io->rate / d->life->speed);
  struct itimerspec t = {{period / 1000000000, period % 1000000000},
                         {period / 1000000000, period % 1000000000}};
  timerfd_settime(d->timer, 0, &t, NULL);
  return 0;
}

static int paced_stop(snd_pcm_ioplug_t *io) {
  struct paced *d = io->private_data;
  struct itimerspec t = {{0, 0}, {0, 0}};
  timerfd_settime(d->timer, 0, &t, NULL);
  if (d->running) {
    snd_pcm_uframes_t target = due(d);
    hear(d, target < io->appl_ptr ? target : io->appl_ptr);
  }
  d->running = 0;
  note(d, "stop");
  return 0;
}

static int paced_prepare(snd_pcm_ioplug_t *io) {
  struct paced *d = io->private_data;
  if (io->state == SND_PCM_STATE_DISCONNECTED) return -ENODEV;
  d->pointer = 0;
  d->running = 0;
  return 0;
}

static snd_pcm_sframes_t paced_transfer(snd_pcm_ioplug_t *io, const snd_pcm_channel_area_t *areas,
                                        snd_pcm_uframes_t offset, snd_pcm_uframes_t size) {
  (void)io, (void)areas, (void)offset;
  return (snd_pcm_sframes_t)size;
}

static int paced_delay(snd_pcm_ioplug_t *io, snd_pcm_sframes_t *delay) {
  struct paced *d = io->private_data;
  snd_pcm_uframes_t late = (snd_pcm_uframes_t)d->life->latency;
  if (late > d->pointer) late = d->pointer;
  *delay = (snd_pcm_sframes_t)(io->appl_ptr - d->pointer + late);
  return 0;
}

static int paced_revents(snd_pcm_ioplug_t *io, struct pollfd *fds, unsigned int count,
                         unsigned short *events) {
  (void)count;
  struct paced *d = io->private_data;
  unsigned long long ticks;
  if (fds[0].revents & POLLIN && read(d->timer, &ticks, sizeof ticks) < 0) ticks = 0;
  snd_pcm_avail(io->pcm);
  snd_pcm_sframes_t room = (snd_pcm_sframes_t)(io->buffer_size - (io->appl_ptr - d->pointer));
  *events = room >= (snd_pcm_sframes_t)io->period_size ? POLLOUT : 0;
  return 0;
}

static int paced_close(snd_pcm_ioplug_t *io) {
  struct paced *d = io->private_data;
  // Whoever reads that it is closed finds all of it.
  fclose(d->out);
  note(d, "close");
  fclose(d->log);
  close(d->timer);
  free(d);
  return 0;
}

static const snd_pcm_ioplug_callback_t callbacks = {
    .start = paced_start,
    .stop = paced_stop,
    .pointer = paced_pointer,
    .transfer = paced_transfer,
    .prepare = paced_prepare,
    .delay = paced_delay,
    .poll_revents = paced_revents,
    .close = paced_close,
};

/// Tells ALSA what the device can do.
static int restrict_to(struct paced *d) {
  struct life *l = d->life;
  unsigned access[] = {SND_PCM_ACCESS_RW_INTERLEAVED, SND_PCM_ACCESS_MMAP_INTERLEAVED};
  unsigned formats[] = {SND_PCM_FORMAT_FLOAT_LE, SND_PCM_FORMAT_S32_LE, SND_PCM_FORMAT_S24_LE,
                        SND_PCM_FORMAT_S24_3LE, SND_PCM_FORMAT_S16_LE};
  unsigned rates[] = {44100, 48000};
  int code = snd_pcm_ioplug_set_param_list(&d->io, SND_PCM_IOPLUG_HW_ACCESS, 2, access);
  if (code >= 0)
    code = l->format_count
               ? snd_pcm_ioplug_set_param_list(&d->io, SND_PCM_IOPLUG_HW_FORMAT,
                                               (unsigned)l->format_count, l->formats)
               : snd_pcm_ioplug_set_param_list(&d->io, SND_PCM_IOPLUG_HW_FORMAT, 5, formats);
  if (code >= 0)
    code = l->rate_count ? snd_pcm_ioplug_set_param_list(&d->io, SND_PCM_IOPLUG_HW_RATE,
                                                         (unsigned)l->rate_count, l->rates)
                         : snd_pcm_ioplug_set_param_list(&d->io, SND_PCM_IOPLUG_HW_RATE, 2, rates);
  if (code >= 0)
    code = snd_pcm_ioplug_set_param_minmax(&d->io, SND_PCM_IOPLUG_HW_CHANNELS,
                                           l->channel_count ? l->channels[0] : 1,
                                           l->channel_count > 1 ? l->channels[1] : 8);
  if (code >= 0)
    code = snd_pcm_ioplug_set_param_minmax(&d->io, SND_PCM_IOPLUG_HW_PERIOD_BYTES, 64, 1 << 20);
  if (code >= 0)
    code = snd_pcm_ioplug_set_param_minmax(&d->io, SND_PCM_IOPLUG_HW_BUFFER_BYTES, 128, 1 << 22);
  return code;
}

SND_PCM_PLUGIN_DEFINE_FUNC(paced) {
  const char *folder = NULL;
  snd_config_iterator_t at, next;
  (void)root;
  snd_config_for_each(at, next, conf) {
    snd_config_t *n = snd_config_iterator_entry(at);
    const char *id;
    if (snd_config_get_id(n, &id) >= 0 && !strcmp(id, "folder")) snd_config_get_string(n, &folder);
  }
  struct life *l = folder ? life_of(folder) : NULL;
  if (!l || !strcmp(l->refuse, "absent") || now() < l->away_until) return -ENODEV;
  if (!strcmp(l->refuse, "busy")) return -EBUSY;
  if (!strcmp(l->refuse, "denied")) return -EACCES;
  struct paced *d = calloc(1, sizeof *d);
  if (!d) return -ENOMEM;
  char path[600];
  d->life = l;
  snprintf(path, sizeof path, "%s/heard.raw", folder);
  d->out = fopen(path, "a");
  snprintf(path, sizeof path, "%s/log", folder);
  d->log = fopen(path, "a");
  d->timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
  if (!d->out || !d->log || d->timer < 0) {
    if (d->out) fclose(d->out);
    if (d->log) fclose(d->log);
    free(d);
    return -ENODEV;
  }
  note(d, "open");
  d->io.version = SND_PCM_IOPLUG_VERSION;
  d->io.name = "A paced device for tests";
  d->io.callback = &callbacks;
  d->io.private_data = d;
  d->io.poll_fd = d->timer;
  d->io.poll_events = POLLIN;
  d->io.mmap_rw = 1;
  d->io.flags = SND_PCM_IOPLUG_FLAG_BOUNDARY_WA | SND_PCM_IOPLUG_FLAG_MONOTONIC;
  int code = snd_pcm_ioplug_create(&d->io, name, stream, mode);
  if (code < 0) return code;
  code = restrict_to(d);
  if (code < 0) {
    snd_pcm_ioplug_delete(&d->io);
    return code;
  }
  *pcmp = d->io.pcm;
  return 0;
}

SND_PCM_PLUGIN_SYMBOL(paced);
