import Foundation
import KindlyBase

@testable import KindlyMessages

/// A long time, as the widest that a sitting has.
let time = Frames(seconds: 45_296)
/// Another one.
let whole = Frames(seconds: 85_500)

/// Every message of the catalogue by its name in the sources, with values that take much room.
///
/// `CatalogueTests` reads the names in the sources, so that none can be forgotten here.
let samples: [(name: String, message: Message)] = [
  playerSamples, keySamples, wishSamples, replySamples, journalSamples, librarySamples,
  placeSamples, deviceSamples, homeSamples, dailySamples, endingSamples, tableSamples,
  ownWishSamples, courseSamples, presetSamples, findingSamples, usageSamples, optionSamples,
  narratorSamples,
  profileSamples,
].flatMap { $0 }

private let playerSamples: [(String, Message)] = [
  ("playingHint", .playingHint), ("alsoIn", .alsoIn("metta-de")), ("mutedHint", .mutedHint),
  ("pausedHint", .pausedHint),
  ("waitingHint", .waitingHint(time)), ("leftHint", .leftHint(time)),
  ("deviceLostHint", .deviceLostHint), ("endingHint", .endingHint),
  ("volumeHint", .volumeHint(-60)), ("deviceSilent", .deviceSilent),
  ("passed", .passed(time, of: whole)), ("left", .left(time)), ("breathIn", .breathIn),
  ("breathHold", .breathHold), ("breathOut", .breathOut), ("voice", .voice), ("bells", .bells),
  ("background", .background), ("off", .off), ("bellRings", .bellRings),
  ("paused", .paused(at: time)), ("goingOn", .goingOn(from: time)), ("deviceGone", .deviceGone),
  ("deviceBack", .deviceBack), ("finished", .finished(after: time)),
  ("preparing", .preparing), ("speaking", .speaking(12, of: 43)),
  ("preparingHint", .preparingHint),
]

private let keySamples: [(String, Message)] = [
  ("key", .key("1 2, v")), ("keySpace", .keySpace), ("keyPages", .keyPages),
  ("keyPauses", .keyPauses), ("keyFiveSeconds", .keyFiveSeconds), ("keyMinute", .keyMinute),
  ("keySection", .keySection), ("keyWords", .keyWords), ("keyVolume", .keyVolume),
  ("keyVoice", .keyVoice), ("keyBells", .keyBells), ("keyBackground", .keyBackground),
  ("keyMute", .keyMute), ("keyLeaveSection", .keyLeaveSection), ("keyWhereLeft", .keyWhereLeft),
  ("keyEnd", .keyEnd), ("keyEndRemembering", .keyEndRemembering), ("keyHelp", .keyHelp),
]

private let wishSamples: [(String, Message)] = [
  ("choosingOpens", .choosingOpens), ("themes", .themes), ("wordingOf", .wordingOf("they")),
  ("isChosen", .isChosen("May I rest.")),
  ("yourWishes", .yourWishes(2)), ("manyWishes", .manyWishes(12)), ("whichTheme", .whichTheme),
  ("whichThemeOrDone", .whichThemeOrDone), ("whichWishes", .whichWishes), ("whatNow", .whatNow),
  ("writeWish", .writeWish), ("yourWording", .yourWording), ("notUnderstood", .notUnderstood("x")),
  ("noWishYet", .noWishYet), ("oneTheme", .oneTheme(of: 12)), ("wishNumbers", .wishNumbers(to: 12)),
  ("ownNumbers", .ownNumbers(to: 12)), ("chosen", .chosen(3)),
  ("typeWishNumbers", .typeWishNumbers), ("typeNumberOrKeep", .typeNumberOrKeep),
  ("wishIsOneLine", .wishIsOneLine), ("cannotRedirect", .cannotRedirect("feel")),
  ("inputEnded", .inputEnded), ("nothingChanged", .nothingChanged),
  ("wishesKept", .wishesKept(in: "/home/mira/.config/kindly/me.profile")),
  ("noOwnWishes", .noOwnWishes), ("noOwnWishesNote", .noOwnWishesNote),
  ("ownWishesNote", .ownWishesNote), ("notPlayable", .notPlayable(.noDevice("`default`"))),
]

private let ownWishSamples: [(String, Message)] = [
  ("foreignWishes", .foreignWishes(in: .language("en"), practice: .language("de"), "de")),
  ("language", .language("tlh")),
]

private let courseSamples: [(String, Message)] = [
  ("courseNext", .courseNext("First week", "Day 3: a friend")), ("todayPlays", .todayPlays),
  ("markNext", .markNext), ("markStays", .markStays),
  ("courseOver", .courseOver("First week", "first-week")),
  ("courseInvitation", .courseInvitation("first-week, ten-days-kinder")),
  ("todayIsHeard", .todayIsHeard), ("courseWaits", .courseWaits("First week", "first-week")),
  ("courseGoesOn", .courseGoesOn), ("courseLeft", .courseLeft("First week", "first-week")),
  ("noSuchDay", .noSuchDay("first-week", days: 7, 30)),
]

private let presetSamples: [(String, Message)] = [
  ("noPresets", .noPresets), ("presetSaved", .presetSaved("kindly play evening")),
  ("presetPlaysNothing", .presetPlaysNothing("evening", "meta")),
  ("presetIsUnusable", .presetIsUnusable("evening", "volume 300")),
  ("saveAsIsUnfit", .saveAsIsUnfit("a/b", "x.")), ("saveAsIsTaken", .saveAsIsTaken("metta")),
  ("saveAsNeedsOne", .saveAsNeedsOne),
]

private let findingSamples: [(String, Message)] = [
  ("listPhraseSets", .listPhraseSets), ("hasProblems", .hasProblems),
  ("nothingHas", .nothingHas("zebra")), ("theseFit", .theseFit(.unknownText(.aPractice, "x"))),
  ("playOneWith", .playOneWith("kindly play metta")), ("namePractice", .namePractice),
  ("usualLengthUnfit", .usualLengthUnfit("Metta", time, whole)),
  ("chooseOneOf", .chooseOneOf("--resume, --from")), ("lineNeedsOne", .lineNeedsOne),
  ("lineIsSilent", .lineIsSilent(40, last: 30)), ("seedNeedsRandom", .seedNeedsRandom),
  ("oneThing", .oneThing), ("addNeedsLength", .addNeedsLength), ("onNeedsAdd", .onNeedsAdd),
  ("linesLost", .linesLost(2)), ("outputClosed", .outputClosed),
  ("outputRefused", .outputRefused("Input/output error")),
]

private let replySamples: [(String, Message)] = [
  ("replyHear", .replyHear), ("replyChange", .replyChange), ("replyRemove", .replyRemove),
  ("replyWrite", .replyWrite), ("replyBack", .replyBack), ("replyDone", .replyDone),
  ("replyKeep", .replyKeep), ("replyMore", .replyMore), ("replyLeave", .replyLeave), ("and", .and),
]

private let path = "/home/mira/.local/state/kindly/journal.jsonl"

private let journalSamples: [(String, Message)] = [
  ("journalOff", .journalOff(path)), ("journalOn", .journalOn(path)),
  ("journalIsOff", .journalIsOff), ("journalIsEmpty", .journalIsEmpty),
  ("journalIsOffAndEmpty", .journalIsOffAndEmpty), ("journalDamaged", .journalDamaged(2, path)),
  ("minutes", .minutes(90)), ("seconds", .seconds(59)),
  ("journalWhen", .journalWhen("2026-11-23", "20:58")), ("journalDay", .journalDay(3)),
  ("journalPart", .journalPart(of: .minutes(20))), ("journalSits", .journalSits(31)),
  ("hours", .hours(25, .minutes(30))), ("journalMonth", .journalMonth("2026-11")),
  ("journalNoMoment", .journalNoMoment("yesterday")),
  ("journalFuture", .journalFuture("2999-01-01")),
  ("notInJournal", .notInJournal(.diskFull(path), "kindly journal --add Metta --length 20m")),
]

private let librarySamples: [(String, Message)] = [
  ("unknownText", .unknownText(.aCourse, "x")),
  ("didYouMean", .didYouMean(.unknownText(.aBell, "x"), "y")),
  ("thereAre", .thereAre(.unknownText(.aVoice, "x"), "y, z")),
  ("otherKind", .otherKind("a.course", .aCourse, .aPractice)),
  ("aPractice", .aPractice), ("aPhraseSet", .aPhraseSet), ("aCourse", .aCourse),
  ("aVoice", .aVoice), ("aBell", .aBell), ("aBackground", .aBackground),
  ("aPronunciationList", .aPronunciationList), ("noFile", .noFile(path)),
  ("isFolder", .isFolder(path)), ("isNoOrdinaryFile", .isNoOrdinaryFile(path)),
  ("leadsOut", .leadsOut("../x")), ("unreadableFile", .unreadableFile(path, "Permission denied")),
  ("diskFull", .diskFull(path)), ("fileTooLarge", .fileTooLarge(path, "File too large")),
  ("isLink", .isLink(path)), ("leftAlone", .leftAlone(path)),
  ("mayNotWrite", .mayNotWrite(path, "Permission denied")),
  ("couldNotWrite", .couldNotWrite(path, "Input/output error")),
  ("noHome", .noHome("XDG_STATE_HOME")), ("courseUnreadable", .courseUnreadable(path)),
]

private let placeSamples: [(String, Message)] = [
  ("pastTheEnd", .pastTheEnd("99:00", whole)),
  ("noSuchSection", .noSuchSection("x", .writeTime)), ("meantSection", .meantSection("x")),
  ("writeTime", .writeTime), ("writeTimeOrSection", .writeTimeOrSection("x, y")),
  ("placeNotKept", .placeNotKept(.diskFull(path), time)), ("silentWords", .silentWords),
]

private let deviceSamples: [(String, Message)] = [
  ("noDevice", .noDevice("`default`")), ("unknownDevice", .unknownDevice("hw:9")),
  ("deviceBusy", .deviceBusy("hw:0")), ("deviceBusyBy", .deviceBusyBy("hw:0", "music")),
  ("deviceRefused", .deviceRefused("hw:0")), ("deviceUnsuitable", .deviceUnsuitable("hw:0")),
  ("deviceLost", .deviceLost("hw:0", seconds: 30)),
  ("deviceTrouble", .deviceTrouble("hw:0", "snd_pcm_open", "Input/output error")),
  ("renderInstead", .renderInstead), ("doctorLists", .doctorLists), ("freeDevice", .freeDevice),
  ("joinAudioGroup", .joinAudioGroup), ("tryPlug", .tryPlug("hw:0")),
  ("otherDevice", .otherDevice), ("placeIsKept", .placeIsKept),
  ("bodyAndHint", .bodyAndHint(.noDevice("`default`"), .doctorLists)),
]

private let homeSamples: [(String, Message)] = [
  ("homeGoOn", .homeGoOn), ("homeToday", .homeToday), ("homePresets", .homePresets),
  ("homePractices", .homePractices), ("homeCourses", .homeCourses),
  ("homeQuestion", .homeQuestion), ("homeAll", .homeAll), ("homeNoNumber", .homeNoNumber(12)),
  ("homeNothingFits", .homeNothingFits("sleep")), ("homeLeft", .homeLeft(.minutes(90))),
  ("homeHeardToday", .homeHeardToday), ("homeBeginning", .homeBeginning),
  ("homeFirstDay", .homeFirstDay), ("goingOnAt", .goingOnAt("3:05, Wishes")),
  ("leftThen", .leftThen(time, of: whole)), ("leftBefore", .leftBefore("3:05, Wishes")),
  ("noPlace", .noPlace), ("nothingLeft", .nothingLeft),
  ("leftWaitingHint", .leftWaitingHint(time, whole)), ("endingIn", .endingIn(28)),
  ("endingLeftHint", .endingLeftHint(28)),
  ("plainKeys", .plainKeys), ("beginsIn", .beginsIn(time)), ("begins", .begins),
  ("isEnding", .isEnding), ("endsNow", .endsNow), ("placeKept", .placeKept(time)),
  ("atPlace", .atPlace("3:05, Wishes")), ("notBegun", .notBegun), ("volumeIs", .volumeIs(-60)),
  ("muted", .muted), ("soundIsOn", .soundIsOn), ("noMoreWords", .noMoreWords),
  ("lastSection", .lastSection), ("noSuchKey", .noSuchKey),
]

private let dailySamples: [(String, Message)] = [
  ("dailyIsSet", .dailyIsSet("06:30", "metta")), ("dailyUndo", .dailyUndo("06:30")),
  ("dailyNeedsLogin", .dailyNeedsLogin), ("dailyIsEmpty", .dailyIsEmpty),
  ("dailyIsStopped", .dailyIsStopped("06:30", "metta")), ("dailyHasNone", .dailyHasNone("06:30")),
  ("dailyNoTime", .dailyNoTime("metta")), ("dailyNoPractice", .dailyNoPractice),
  ("dailyStandardInput", .dailyStandardInput), ("dailyFolder", .dailyFolder("/home/mira/ ")),
  ("dailyForeign", .dailyForeign(path)), ("dailyChanged", .dailyChanged(path)),
  ("dailySystemdSilent", .dailySystemdSilent),
]

private let endingSamples: [(String, Message)] = [
  ("sittingHasEnded", .sittingHasEnded), ("noNotification", .noNotification),
  ("noSuchProgram", .noSuchProgram("suspend")),
  ("programEndedWith", .programEndedWith("systemctl", 4)),
  ("programWasEnded", .programWasEnded("systemctl", signal: 9)),
  ("programNotStarted", .programNotStarted("systemctl", "Exec format error")),
]

private let tableSamples: [(String, Message)] = [
  ("untitledSit", .untitledSit), ("sitsImported", .sitsImported(2)), ("sitsKnown", .sitsKnown(2)),
  ("columnsLeftOut", .columnsLeftOut("rating, place")), ("nothingImported", .nothingImported(path)),
  ("moreProblems", .moreProblems(12)), ("tableIsEmpty", .tableIsEmpty),
  ("tableLacksColumns", .tableLacksColumns("a, b")), ("tableIsTooLarge", .tableIsTooLarge(64)),
  ("tableHasTooManyRows", .tableHasTooManyRows(100_000)), ("tableIsUTF16", .tableIsUTF16),
  ("rowIsNotUTF8", .rowIsNotUTF8(100_000)), ("rowHoldsNUL", .rowHoldsNUL(100_000)),
  ("quoteIsOpen", .quoteIsOpen(100_000)), ("textAfterQuote", .textAfterQuote(9_999)),
  ("oldLineEnds", .oldLineEnds(1)), ("rowIsUnequal", .rowIsUnequal(10_000, 12, 13)),
  ("rowIsUnreadable", .rowIsUnreadable(3, "x")), ("rowLacks", .rowLacks(3, "date")),
  ("noMoment", .noMoment(3, "date", "soon")), ("dateIsDoubtful", .dateIsDoubtful(3, "3/4/2026")),
  ("noTime", .noTime(3, "minutes", "long")),
  ("timeIsDoubtful", .timeIsDoubtful(3, "duration", "20")),
]

/// The names that the sources of the catalogue declare.
func declaredNames() throws -> [String] {
  let catalogue = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/KindlyMessages/Catalogue")
  let files = try FileManager.default.contentsOfDirectory(atPath: catalogue.path).sorted()
  return try files.flatMap { file in
    try String(contentsOf: catalogue.appending(path: file), encoding: .utf8)
      .matches(of: /package static (?:let|var|func) (\w+)/).map { String($0.output.1) }
  }
}

private let usageSamples: [(String, Message)] = [
  ("unknownOption", .unknownOption("--foo")), ("unknownOption", .unknownOption("-f", near: "-g")),
  ("optionLacksValue", .optionLacksValue("-l <time>")),
  ("optionTakesNoValue", .optionTakesNoValue("-q", "3")),
  ("unexpectedWord", .unexpectedWord("plya")), ("unexpectedWords", .unexpectedWords("a', 'b")),
  ("argumentIsMissing", .argumentIsMissing("<course>")),
  ("valueIsUnfit", .valueIsUnfit("soon", "-i <time>")),
  ("valueIsUnfit", .valueIsUnfit("soon", "-i <time>", "use a time.")),
  ("flagsExclude", .flagsExclude("-a", "-b")),
  ("howItIsUsed", .howItIsUsed("kindly play <practice>")), ("moreHelp", .moreHelp("kindly -h")),
]

private let optionSamples: [(String, Message)] = [
  ("useThis", .useThis(.aTime)), ("meantThis", .meantThis("unknown-cue")),
  ("oneOf", .oneOf("mp3, opus")), ("someWithCommas", .someWithCommas), ("aTime", .aTime),
  ("timesWithCommas", .timesWithCommas), ("aTimeOfDay", .aTimeOfDay),
  ("aSitLength", .aSitLength), ("aBellDistance", .aBellDistance),
  ("aNumber", .aNumber(0, to: 100)), ("aWholeNumber", .aWholeNumber(1, to: 12)),
  ("aQuality", .aQuality), ("aStrength", .aStrength), ("aLineNumber", .aLineNumber),
  ("aShard", .aShard), ("aTrack", .aTrack), ("aSampleRate", .aSampleRate),
  ("aBitRate", .aBitRate), ("aLoudness", .aLoudness), ("aDate", .aDate),
  ("aCover", .aCover("dawn, dusk")), ("aBackgroundOrFile", .aBackgroundOrFile),
  ("aNameAndValue", .aNameAndValue), ("somebody", .somebody), ("aStart", .aStart),
  ("aLanguageTag", .aLanguageTag), ("anInterfaceLanguage", .anInterfaceLanguage),
  ("aWebAddress", .aWebAddress), ("aProgram", .aProgram),
]

private let narratorSamples: [(String, Message)] = [
  ("engineMissing", .engineMissing("no such file")),
  ("speechDataMissing", .speechDataMissing("no such folder")),
  ("engineLacksVoice", .engineLacksVoice("tlh")), ("engineLacksVariant", .engineLacksVariant("x")),
  ("nothingToSay", .nothingToSay), ("textTooLong", .textTooLong(12_000, most: 8_000)),
  ("soundTooLong", .soundTooLong(120)), ("engineGaveUp", .engineGaveUp),
  ("engineCrashed", .engineCrashed(11)), ("engineHung", .engineHung(30)),
  ("engineRefused", .engineRefused(-1)), ("noSpeakWorker", .noSpeakWorker("too many processes")),
  ("onlySilence", .onlySilence), ("voiceProgramMissing", .voiceProgramMissing("piper")),
  ("voiceNotTrusted", .voiceNotTrusted("thorsten", "piper")),
  ("voiceModelMissing", .voiceModelMissing("/voices/thorsten.onnx")),
  ("voiceProgramFailed", .voiceProgramFailed("piper", .endedWithCode(3))),
  ("itsLastWords", .itsLastWords(.onlySilence, "no memory")), ("couldNotStart", .couldNotStart(2)),
  ("endedWithCode", .endedWithCode(3)), ("endedBySignal", .endedBySignal(11)),
  ("voiceProgramHung", .voiceProgramHung("piper", 30)),
  ("voiceProgramSilent", .voiceProgramSilent("piper")),
  ("voiceProgramGarbled", .voiceProgramGarbled("piper", "no header")),
  ("recordingUnreadable", .recordingUnreadable("/a.flac", "no header")),
  ("installWith", .installWith("apt install x")), ("engineListsVoices", .engineListsVoices),
  ("didYouMeanOne", .didYouMeanOne(of: ["de", "en", "es"])), ("either", .either(of: ["de", "en"])),
  ("writeWords", .writeWords), ("writeSeveralLines", .writeSeveralLines),
  ("sayItOtherwise", .sayItOtherwise), ("installProgram", .installProgram("piper")),
  ("trustVoice", .trustVoice("thorsten")), ("putModel", .putModel),
  ("tryVoiceCommand", .tryVoiceCommand), ("giveLongerTimeout", .giveLongerTimeout),
  ("putRecording", .putRecording), ("tryAgainOrDoctor", .tryAgainOrDoctor),
  ("speaksInstead", .speaksInstead(.onlySilence, "calm", of: "thorsten")),
  ("derivedSpeaks", .derivedSpeaks("calm-it", like: "calm")),
]

private let profileSamples: [(String, Message)] = [
  ("unknownKey", .unknownKey("Voce", near: "Voice")),
  ("unknownKey", .unknownKey("Voce", known: "Voice, Bell")),
  ("profileLineIsUnfit", .profileLineIsUnfit("evening metta", "me.profile")),
  ("profileIsUnfit", .profileIsUnfit),
  ("unknownPerson", .unknownPerson("Rosa")), ("setIsFixed", .setIsFixed("listener")),
  ("setIsUnheard", .setIsUnheard("place", .nothingToSet)), ("meantName", .meantName("place")),
  ("nothingToSet", .nothingToSet), ("wordsToSet", .wordsToSet("{place}, {bed}")),
  ("lengthTooShort", .lengthTooShort("Metta", time, least: whole)),
  ("lengthTooLong", .lengthTooLong("Metta", whole, most: time)),
]
