import Testing

@testable import KindlyClients

@Suite struct CSVTests {
  private func cells(_ text: String) throws -> [[String]] {
    try CSV(Array(text.utf8)).rows.map(\.cells)
  }

  private func problems(_ bytes: [UInt8]) -> [String] {
    do throws(TableProblems) {
      _ = try CSV(bytes)
      return []
    } catch {
      return error.all.map(\.sentence)
    }
  }

  @Test(
    arguments: [
      "id,name\n1,Mira\n", "id;name\r\n1;Mira\r\n", "id\tname\n1\tMira",
      "\u{FEFF}id;name\r\n1;Mira",
      "sep=;\r\nid;name\r\n1;Mira\r\n", "id , name\n 1 ,\u{A0}Mira \n",
      "\"id\",\"name\"\n\"1\", \"Mira\" \n",
      "id,name\n,\n1,Mira\n,\n\n",
    ])
  func `a table reads the same however a spreadsheet wrote it`(text: String) throws {
    #expect(try cells(text) == [["id", "name"], ["1", "Mira"]])
  }

  @Test func `a quoted cell holds separators, line ends and marks`() throws {
    let text = "a;b\r\n\"1;\"\"2\"\"\";\"one\r\ntwo\"\r\n3;12,5 min\r\n"
    #expect(try cells(text) == [["a", "b"], ["1;\"2\"", "one\r\ntwo"], ["3", "12,5 min"]])
    #expect(try CSV(Array(text.utf8)).rows.map(\.number) == [1, 2, 3])
  }

  @Test func `a mark inside an open cell is a mark`() throws {
    #expect(
      try cells("a,b\nMaria \"Mia\" Lang,2\n") == [["a", "b"], ["Maria \"Mia\" Lang", "2"]])
  }

  @Test func `what is written is read again`() throws {
    let rows = [["a", "b,c"], ["say \"hello\"", "two\nlines"], ["", "é"]]
    #expect(try cells(rows.map(csvLine).joined()) == rows)
  }

  @Test(
    arguments: [
      ("id,name\n1\n2,b,c\n", ["row 2: This row has 1 cell", "row 3: This row has 3 cells"]),
      ("id,name\n1,\"Mira\n2,b\n", ["row 2, column name: This cell begins with a quotation mark"]),
      ("id,name\n1,\"Mi\"ra\n2,b\n", ["row 2, column name: Something follows the closing"]),
      ("id,name\r1,Mira\r", ["row 1, column 2: A carriage return stands alone"]),
      ("id,name\n1,\"Mira\"\r2,b", ["row 2, column name: A carriage return stands alone"]),
      ("id,name\n1,Mi\0ra\n", ["row 2, column name: There is a NUL byte"]),
    ])
  func `what can't be read is told with row and column`(text: String, told: [String]) {
    let problems = problems(Array(text.utf8))
    #expect(problems.count == told.count, "\(problems)")
    for (problem, start) in zip(problems, told) { #expect(problem.hasPrefix(start), "\(problem)") }
  }

  @Test func `letters of another encoding are told`() {
    #expect(
      problems(Array("id,name\n1,J".utf8) + [0xFC] + Array("rgen\n".utf8)) == [
        "row 2, column name: These letters are not UTF-8. Save the table as \"CSV UTF-8\"."
      ])
    #expect(problems([0xFF, 0xFE, 0x69, 0, 0x64, 0]).first?.hasPrefix("This is UTF-16") == true)
  }

  @Test func `any bytes are read or refused`() {
    // A linear congruential generator over the bytes that mean something.
    let signs = Array("\",;\t\r\n a1|".utf8) + [0xFF, 0xC3, 0xA9, 0]
    var state: UInt32 = 27
    for _ in 0..<3000 {
      let bytes = (0..<24).map { _ -> UInt8 in
        state = state &* 1_664_525 &+ 1_013_904_223
        return signs[Int(state >> 16) % signs.count]
      }
      do throws(TableProblems) {
        let rows = try CSV(bytes).rows
        #expect(Set(rows.map(\.cells.count)).count <= 1)
      } catch {
        #expect(!error.all.isEmpty)
      }
    }
  }
}
