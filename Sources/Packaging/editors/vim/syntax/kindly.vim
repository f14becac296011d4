" Syntax of Kindly's files, written from the language's own tables.
if exists('b:current_syntax') | finish | endif
syntax case ignore
syntax match kindlyHeading /^\s*#.*$/ contains=kindlyValue,kindlyNote
syntax match kindlyWish /^\s*>.*$/ contains=kindlyValue,kindlyCue,kindlyUnknown,kindlyNote
syntax match kindlyKey /\v^\s*%(Background volume|Paragraph gap|Voice volume|Bell volume|Compression|Preparation|Section gap|Short pause|Background|Benefactor|Long pause|Recordings|Difficult|Interface|Pronounce|Language|Line gap|Loudness|Measured|Resident|Word gap|Command|Contact|Install|Neutral|Phrases|Someone|Summary|Timeout|Variant|Version|Attack|Author|Breath|Device|Engine|Friend|Length|Notify|Output|Person|Preset|Reverb|Spread|Toward|Volume|Apart|Glide|Noise|Pause|Pitch|Range|Speed|Takes|Title|Voice|Width|Bell|Care|Echo|Loop|Name|Seed|Tags|Tone|Wait|Dip|Set)\s*\ze:/
syntax match kindlyUnknown /\[[^\[\]]*\]/
syntax match kindlyCue /\v\[\s*%(%(a|an|the|for|of|please|now)\s+)*%([0-9~½¼¾]|%(background|seventeen|eighteen|fourteen|language|nineteen|recorded|thirteen|breathe|fifteen|include|phrases|seventy|shorter|silence|sixteen|towards|breath|eighty|eleven|faster|longer|ninety|normal|phrase|repeat|slower|softly|thirty|toward|twelve|twenty|about|bells|eight|fifty|forty|pause|seven|short|sixty|three|voice|bell|each|five|four|half|long|nine|rest|ring|soft|zero|end|one|six|ten|two|no)>)[^\[\]]*\]/
syntax match kindlyValue /{[^{}]*}/
syntax match kindlyEscape /\\[[:punct:]]/
syntax match kindlyNote +\%(^\|\s\)\zs//.*$+
highlight default link kindlyHeading Title
highlight default link kindlyWish String
highlight default link kindlyKey Identifier
highlight default link kindlyUnknown Error
highlight default link kindlyCue Statement
highlight default link kindlyValue Special
highlight default link kindlyEscape SpecialChar
highlight default link kindlyNote Comment
let b:current_syntax = 'kindly'
