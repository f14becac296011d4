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
let samples: [(name: String, message: Message)] =
  playerSamples + keySamples + wishSamples + replySamples + journalSamples

private let playerSamples: [(String, Message)] = [
  ("playingHint", .playingHint), ("mutedHint", .mutedHint), ("pausedHint", .pausedHint),
  ("waitingHint", .waitingHint(time)), ("leftHint", .leftHint(time)),
  ("deviceLostHint", .deviceLostHint), ("endingHint", .endingHint),
  ("volumeHint", .volumeHint(-60)), ("deviceSilent", .deviceSilent),
  ("passed", .passed(time, of: whole)), ("left", .left(time)), ("breathIn", .breathIn),
  ("breathHold", .breathHold), ("breathOut", .breathOut), ("voice", .voice), ("bells", .bells),
  ("background", .background), ("off", .off), ("bellRings", .bellRings),
  ("paused", .paused(at: time)), ("goingOn", .goingOn(from: time)), ("deviceGone", .deviceGone),
  ("deviceBack", .deviceBack), ("finished", .finished(after: time)),
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
  ("choosingOpens", .choosingOpens), ("themes", .themes), ("isChosen", .isChosen("May I rest.")),
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
  ("ownWishesNote", .ownWishesNote), ("notPlayable", .notPlayable("no device.")),
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
  ("journalPart", .journalPart(of: .minutes(20))),
  ("notInJournal", .notInJournal("The disk is full.", "kindly journal --add Metta --length 20m")),
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
