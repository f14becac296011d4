// The page of the studio, as its files are: those of the editor from Debian's libjs-codemirror, and our
// own. A missing package is told once, by libraries.h.
#include "libraries.h"
#include "page.h"

#if __has_embed("/usr/share/javascript/codemirror/lib/codemirror.js") != __STDC_EMBED_FOUND__
#error "missing: apt-get install libjs-codemirror"
#else

static const unsigned char codemirror_js[] = {
#embed "/usr/share/javascript/codemirror/lib/codemirror.js"
};
static const unsigned char codemirror_css[] = {
#embed "/usr/share/javascript/codemirror/lib/codemirror.css"
};
static const unsigned char lint_js[] = {
#embed "/usr/share/javascript/codemirror/addon/lint/lint.js"
};
static const unsigned char lint_css[] = {
#embed "/usr/share/javascript/codemirror/addon/lint/lint.css"
};
static const unsigned char show_hint_js[] = {
#embed "/usr/share/javascript/codemirror/addon/hint/show-hint.js"
};
static const unsigned char show_hint_css[] = {
#embed "/usr/share/javascript/codemirror/addon/hint/show-hint.css"
};
static const unsigned char dialog_js[] = {
#embed "/usr/share/javascript/codemirror/addon/dialog/dialog.js"
};
static const unsigned char dialog_css[] = {
#embed "/usr/share/javascript/codemirror/addon/dialog/dialog.css"
};
static const unsigned char searchcursor_js[] = {
#embed "/usr/share/javascript/codemirror/addon/search/searchcursor.js"
};
static const unsigned char search_js[] = {
#embed "/usr/share/javascript/codemirror/addon/search/search.js"
};
static const unsigned char active_line_js[] = {
#embed "/usr/share/javascript/codemirror/addon/selection/active-line.js"
};
static const unsigned char index_html[] = {
#embed "../KindlyStudio/Page/index.html"
};
static const unsigned char studio_css[] = {
#embed "../KindlyStudio/Page/studio.css"
};
static const unsigned char mode_js[] = {
#embed "../KindlyStudio/Page/mode.js"
};
static const unsigned char live_js[] = {
#embed "../KindlyStudio/Page/live.js"
};
static const unsigned char sound_js[] = {
#embed "../KindlyStudio/Page/sound.js"
};
static const unsigned char machine_js[] = {
#embed "../KindlyStudio/Page/machine.js"
};
static const unsigned char export_js[] = {
#embed "../KindlyStudio/Page/export.js"
};
static const unsigned char picture_js[] = {
#embed "../KindlyStudio/Page/picture.js"
};
static const unsigned char voice_js[] = {
#embed "../KindlyStudio/Page/voice.js"
};
static const unsigned char recorder_js[] = {
#embed "../KindlyStudio/Page/recorder.js"
};
static const unsigned char authoring_js[] = {
#embed "../KindlyStudio/Page/authoring.js"
};
static const unsigned char studio_js[] = {
#embed "../KindlyStudio/Page/studio.js"
};

static const kindly_page_file files[] = {
    {"codemirror.js", codemirror_js, sizeof codemirror_js},
    {"codemirror.css", codemirror_css, sizeof codemirror_css},
    {"lint.js", lint_js, sizeof lint_js},
    {"lint.css", lint_css, sizeof lint_css},
    {"show-hint.js", show_hint_js, sizeof show_hint_js},
    {"show-hint.css", show_hint_css, sizeof show_hint_css},
    {"dialog.js", dialog_js, sizeof dialog_js},
    {"dialog.css", dialog_css, sizeof dialog_css},
    {"searchcursor.js", searchcursor_js, sizeof searchcursor_js},
    {"search.js", search_js, sizeof search_js},
    {"active-line.js", active_line_js, sizeof active_line_js},
    {"index.html", index_html, sizeof index_html},
    {"studio.css", studio_css, sizeof studio_css},
    {"mode.js", mode_js, sizeof mode_js},
    {"live.js", live_js, sizeof live_js},
    {"sound.js", sound_js, sizeof sound_js},
    {"machine.js", machine_js, sizeof machine_js},
    {"export.js", export_js, sizeof export_js},
    {"picture.js", picture_js, sizeof picture_js},
    {"voice.js", voice_js, sizeof voice_js},
    {"recorder.js", recorder_js, sizeof recorder_js},
    {"authoring.js", authoring_js, sizeof authoring_js},
    {"studio.js", studio_js, sizeof studio_js},
};

int kindly_page_count(void) { return sizeof files / sizeof files[0]; }

kindly_page_file kindly_page(int index) { return files[index]; }

#endif
