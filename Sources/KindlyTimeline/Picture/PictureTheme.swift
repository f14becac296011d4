/// The colours of a session's picture.
///
/// Kinds that lie beside each other differ in lightness and in shape as well, so that they are told
/// apart in grey and by colour-blind eyes.
public enum PictureTheme: Sendable, Hashable, CaseIterable {
  /// Light, or dark where the reader's desktop is dark and the program that shows it knows.
  case automatic
  /// Dark ink on a light page.
  case light
  /// Light ink on a dark page.
  case dark

  /// The style sheet inside the picture.
  var styleSheet: String {
    switch self {
    case .light: PictureColours.light.rules
    case .dark: PictureColours.dark.rules
    case .automatic:
      PictureColours.light.rules + "@media screen and (prefers-color-scheme: dark) {\n"
        + PictureColours.dark.rules + "}\n"
    }
  }
}

/// One set of colours, each as `#rrggbb`.
package struct PictureColours: Sendable {
  /// Behind everything.
  package var page: String
  /// Titles, and the shape of words.
  package var ink: String
  /// Times, words beside their shape, and what is said about the picture.
  package var quiet: String
  /// A silence of exactly this length.
  package var exact: String
  /// A silence that a chosen length may change.
  package var flexible: String
  /// The wavy edge of such a silence.
  package var edge: String
  /// A bell and its decay.
  package var bell: String
  /// A guided breath.
  package var breath: String
  /// The line under a wish.
  package var wish: String
  /// What lies under the session.
  package var background: String

  package static let light = PictureColours(
    page: "#fbfaf7", ink: "#22211f", quiet: "#5c5a54", exact: "#d3d0c6", flexible: "#f0eee7",
    edge: "#8f8c82", bell: "#b04a00", breath: "#0067a5", wish: "#8b2f6b", background: "#3f7f8f")
  package static let dark = PictureColours(
    page: "#15171a", ink: "#eceae4", quiet: "#aaa79f", exact: "#43474e", flexible: "#1f2226",
    edge: "#7b8088", bell: "#ffb454", breath: "#7cc4f5", wish: "#ee9fd0", background: "#5fa3b3")

  fileprivate var rules: String {
    """
    .page { fill: \(page) }
    .title, .section, .speech { fill: \(ink) }
    .quiet, .time, .words { fill: \(quiet) }
    .rule { stroke: \(quiet); stroke-width: 1; fill: none }
    .exact { fill: \(exact) }
    .flexible { fill: \(flexible); stroke: \(edge); stroke-width: 1 }
    .length { fill: \(ink) }
    .bell { fill: \(bell) }
    .strike { stroke: \(bell) }
    .breath { fill: \(breath) }
    .wish { fill: \(wish) }
    .background { fill: \(background) }

    """
  }
}
