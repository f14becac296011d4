extension Vocabulary {
  /// English.
  static let english = Vocabulary(
    tag: "en",
    pause: set("pause pauses pausing silence silences slnc beat break"),
    wait: set("wait waits allow leave"),
    stay: set(
      "hold rest stop stillness quiet stay remain sit linger gap space delay count hush"),
    short: set("short shorter brief briefly quick small tiny little weak x-weak"),
    long: set("long longer lengthy extended big strong x-strong"),
    about: set("about around roughly approximately approx circa ca"),
    half: set("half"),
    few: ["few": 3, "several": 5, "couple": 2, "some": 3],
    numbers: numbers(
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        + "sixteen seventeen eighteen nineteen",
      tens: [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
        "eighty": 80, "ninety": 90,
      ]),
    articles: set("a an one"),
    units: units(
      "s sec secs second seconds", "m min mins minute minutes", "h hr hrs hour hours",
      "breath breaths"
    ).merging(["ms": .millisecond, "msec": .millisecond, "milliseconds": .millisecond]) { $1 },
    moments: set("moment moments"),
    range: set("to or through"),
    bell: set("bell bells gong gongs chime chimes bowl bowls tingsha tingshas ding"),
    ringing: set(
      "ring rings ringing rung sound sounds sounded sounding strike strikes struck tap taps toll "
        + "tolls play plays hit hits invite invites single singing tibetan soft softly gently "
        + "gentle final opening closing end ends finish begin beginning begins start starts open "
        + "close closes meditation session practice signal signals mark marks sfx temple large "
        + "first second last one"),
    strike: set(
      "ring rings strike sound sounds tap toll play hit invite soft single final closing opening"),
    times: set("times time x ×"),
    once: ["once": 1, "twice": 2, "thrice": 3],
    repeating: set("repeat repeats repeated say recite"),
    negative: set("not don't no without never"),
    filler: set(
      "for of a an the in on at to then please now here just take give let lets them people "
        + "everyone participants listeners listener group students audience and or so with least "
        + "up more another as needed some time silent silently quietly quiet "
        + "total full complete deep slow long breathe breathing breaths insert "
        + "add before after next continuing moving this that between again duration length"),
    manner: set(
      "whisper whispers whispered whispering softly gently slowly quietly warmly tenderly calmly "
        + "lovingly music musical sfx fade fades fading volume voice tone pitch tempo speak speaks "
        + "speaking spoken read reads reading say says narrator instructor facilitator teacher "
        + "student students participants reader note notes sigh sighs sighing smile smiles smiling "
        + "laugh laughs laughter chuckles exhales inhales exhaling inhaling exhale inhale cue "
        + "camera background ambient sounds recording script transcript slide optional continue "
        + "continued cont'd v.o vo o.s inaudible crosstalk applause clears throat emphasis "
        + "demonstrate demonstrates aloud loud softer louder slower faster pace soft gentle calm "
        + "warm intro outro sound effect effects repeat"),
    address: set(
      "you your yours yourself yourselves we us our ours i me my myself i'm you're let's"),
    wishes: [
      "may i ", "may you ", "may we ", "may they ", "may he ", "may she ", "may all ", "i wish ",
      "may my ", "may your ", "may this ", "may every",
    ],
    headings: set("script text transcript"),
    frequent: set(
      "the and of to your you a in is it that let with this as for feel on breath be are may now "
        + "from at or just not i me my we can what if into by all any here"))
}
