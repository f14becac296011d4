import Foundation
import Testing

@Suite(.besideOthers) struct BellsCommandTests {
  @Test func `all bells are listed with their note and length`() throws {
    let outcome = try Program().run("bells")
    #expect(outcome.code == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count >= 12)
    #expect(lines.contains { $0.hasPrefix("bowl ") && $0.contains("D#4") })
    let json = try Program().run("bells", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["bells"] as? [[String: Any]])?.count == lines.count)
  }

  @Test func `a bell is rung into a file, found again from it, and rung as one's own`() throws {
    let program = try Program()
    #expect(try program.run("bells", "ring", "rin", "-o", "rin.wav", "--bits", "24").code == 0)
    let fit = try program.run("bells", "fit", "rin.wav", "-o", "own.bell", "--name", "My cup")
    #expect(fit.code == 0)
    #expect(fit.errors.contains("5 partials on A5"))
    let text = try String(contentsOfFile: program.folder + "/own.bell", encoding: .utf8)
    #expect(text.contains("Name: My cup\n"))
    #expect(text.contains("Pitch: 863 Hz\n"))
    let show = try program.run("bells", "show", "./own.bell", "--picture", "own.png")
    #expect(show.code == 0)
    #expect(show.output.contains("863.00"))
    let picture = try Data(contentsOf: URL(filePath: program.folder + "/own.png"))
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try program.run("bells", "ring", "./own.bell", "-o", "own.flac").code == 0)
    // Nothing is written over unless asked.
    #expect(try program.run("bells", "fit", "rin.wav", "-o", "own.bell").code == 73)
  }

  @Test func `what can't be rung is said in a sentence`() throws {
    let program = try Program()
    let unknown = try program.run("bells", "ring", "bowls")
    #expect(unknown.code == 66)
    #expect(unknown.errors.contains("bowl"))
    try program.write("Name: Own\nPitch: 300 Hz\n1 0 0\n", to: "own.bell")
    let faulty = try program.run("bells", "show", "./own.bell")
    #expect(faulty.code == 65)
    #expect(faulty.errors.contains("own.bell:3:5: error: out of range"))
    #expect(try program.run("bells", "fit", "own.bell", "-o", "x.bell").code == 66)
    #expect(try program.run("bells", "ring", "bowl", "--strength", "0").code == 64)
  }
}
