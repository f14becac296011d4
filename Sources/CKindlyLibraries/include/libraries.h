// The libraries this package is built with, by the names of their Debian packages. Whoever lacks some
// learns all of their names at once, and not from whatever the compiler stumbles over first.
#pragma once

#if !__has_include(<alsa/asoundlib.h>)
#error "missing: apt-get install libasound2-dev"
#endif
#if !__has_include(<espeak-ng/speak_lib.h>)
#error "missing: apt-get install libespeak-ng-dev"
#endif
#if !__has_include(<sndfile.h>)
#error "missing: apt-get install libsndfile1-dev"
#endif
#if !__has_include(<systemd/sd-bus.h>)
#error "missing: apt-get install libsystemd-dev"
#endif
#if !__has_include(<png.h>)
#error "missing: apt-get install libpng-dev"
#endif
#if !__has_include(<zip.h>)
#error "missing: apt-get install libzip-dev"
#endif
#if !__has_include(<yaml.h>)
#error "missing: apt-get install libyaml-dev"
#endif
#if !__has_include("/usr/share/javascript/codemirror/lib/codemirror.js")
#error "missing: apt-get install libjs-codemirror"
#endif
