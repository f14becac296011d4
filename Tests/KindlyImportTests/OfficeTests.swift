import KindlyLanguage
import Testing

@testable import KindlyImport

@Test func `a Word document gives its headings and looks, and no deleted or moved words`() throws {
  let text = """
    <?xml version="1.0"?><w:document xmlns:w="w"><w:body>
    <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Rain</w:t></w:r></w:p>
    <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Roof</w:t></w:r></w:p>
    <w:p><w:r><w:t xml:space="preserve">Sit </w:t></w:r><w:del><w:r><w:delText>up</w:delText></w:r></w:del>\
    <w:ins><w:r><w:t>down.</w:t></w:r></w:ins>\
    <w:moveFrom><w:r><w:t xml:space="preserve"> Rest.</w:t></w:r></w:moveFrom></w:p>
    <w:p><w:r><w:rPr><w:i/></w:rPr><w:t>a moment of quiet, in a soft voice</w:t></w:r></w:p>
    <w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>Listen.</w:t></w:r></w:p>
    </w:body></w:document>
    """
  let bytes = storedArchive(of: Array(text.utf8), named: "word/document.xml")
  let made = try imported(Source(path: "a.docx", bytes: bytes))
  #expect(
    made.text
      == """
      Title: Rain
      Language: en

      # Roof
      Sit down.
      // a moment of quiet, in a soft voice
      Listen.

      """, "\(made.text)")
}

@Test func `what nobody sees in a Word document is not heard, wherever it stands`() throws {
  func run(_ words: String, _ look: String = "") -> String {
    "<w:r><w:rPr>\(look)</w:rPr><w:t xml:space=\"preserve\">\(words)</w:t></w:r>"
  }
  func cell(_ content: String) -> String { "<w:tc>\(content)</w:tc>" }
  let deleted = "<w:del><w:r><w:delText>up</w:delText></w:r></w:del>"
  let box = "<w:txbxContent><w:p>\(run("Listen."))</w:p></w:txbxContent>"
  let text = """
    <?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>
    <w:p>\(run("Sit down."))\(run(" Ask Jo", "<w:vanish/>"))\(run(" first.", "<w:vanish/>"))</w:p>
    <w:p>\(run("Be here.", "<w:vanish w:val=\"0\"/>"))</w:p>
    <w:p><mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback>\
    </mc:AlternateContent></w:p>
    <w:tbl><w:tr><w:tc><w:p>\(run("Breathe in."))\(deleted)</w:p>\
    <w:sdt><w:p>\(run("(pause 10 seconds)"))</w:p></w:sdt><w:p>\(run("Breathe out."))</w:p></w:tc></w:tr></w:tbl>
    <w:tbl><w:tr>\(cell("<w:p>\(run("00:30"))</w:p>"))\
    \(cell("<w:p>\(run("Be still."))\(deleted)\(run("Own note.", "<w:vanish/>"))</w:p>"))</w:tr></w:tbl>
    </w:body></w:document>
    """
  let bytes = storedArchive(of: Array(text.utf8), named: "word/document.xml")
  let made = try imported(Source(path: "a.docx", bytes: bytes))
  #expect(
    made.text.split(separator: "\n") == [
      "Title: A", "Language: en", "Sit down. // Ask Jo first.", "Be here.", "Listen.",
      "Breathe in.",
      "[10s]", "Breathe out.", "// 0:30", "Be still. // Own note.",
    ], "\(made.text)")
}

@Test func `what nobody sees in an OpenDocument text is not heard, and no row or list is lost`()
  throws
{
  let text = """
    <?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" \
    xmlns:style="s" xmlns:dc="d"><office:automatic-styles><style:style style:name="T1">\
    <style:text-properties text:display="none"/></style:style></office:automatic-styles>
    <office:body><office:text>
    <text:p>Sit down.<text:span text:style-name="T1"> Ask Jo first.</text:span></text:p>
    <text:p text:style-name="T1">Own note.</text:p>
    <text:section text:display="none"><text:p>An old draft.</text:p><text:p>It was longer.</text:p>\
    </text:section><text:p text:style-name="T1">So it is.</text:p>
    <table:table><table:table-header-rows><table:table-row>
    <table:table-cell><text:p>Time</text:p></table:table-cell>
    <table:table-cell><text:p>Words</text:p></table:table-cell>
    </table:table-row></table:table-header-rows><table:table-row>
    <table:table-cell><text:p>00:30</text:p></table:table-cell>
    <table:table-cell><text:p>Rest.<office:annotation><dc:creator>Jo</dc:creator><text:p>Slower?\
    </text:p></office:annotation></text:p><text:list><text:list-item><text:p>Be here.</text:p>\
    </text:list-item></text:list></table:table-cell></table:table-row></table:table>
    </office:text></office:body></office:document-content>
    """
  let bytes = storedArchive(of: Array(text.utf8), named: "content.xml")
  let made = try imported(Source(path: "a.odt", bytes: bytes))
  #expect(
    made.text.split(separator: "\n") == [
      "Title: A", "Language: en", "Sit down. // Ask Jo first.", "// Own note.",
      "// An old draft. It was longer. So it is.",
      "// Time | Words", "[silence until 0:30] Rest. Be here. // Jo Slower?",
    ], "\(made.text)")
}
