import FactCheckCore

/// The numbers that extraction decides by.
struct ExtractionThresholds: Sendable {
  /// Named parts with a larger share of the page's characters than this are kept.
  let largestPrunedShare: Double
  /// A container is taken when it has this share of the page's prose.
  let smallestCoverage: Double
  /// The same where the page says that it is an article.
  let articleCoverage: Double
  /// A text with a smaller share of what is kept of the page is not all that a page holds that calls itself an article.
  let leastArticleShare: Double
  /// An offer with more characters than this is what a page has to say.
  let longestOffer: Double
  /// Fewer characters of prose than this are no main text to rely on.
  let littleProse: Double
  /// Elements with at least this share of link text are lists of links.
  let linkListDensity: Double
  /// The same on pages that do not say that they are an article or a thread: links may be their content.
  let openLinkListDensity: Double
  /// Fewer characters than this are a stub of a page.
  let littleText: Double
  /// Fewer characters than this may be a message in place of an article.
  let shortText: Double
  /// Elements with the role of a control and more characters than this are content that reacts to a click.
  let longestControl: Double
  /// A byline with more characters than this is text; fewer may tell at length who the author is.
  let longestByline: Double
  /// Captions with a larger share of the page's characters are what an article consists of.
  let largestCaptionShare: Double
  /// The least characters of a paragraph that leads into an article.
  let shortestLead: Double
  /// More paragraphs between the title and the text are something else than its lead.
  let mostLeads: Double
  /// The least characters of a block of prose.
  let shortestProse: Double
  /// The largest share of link text in prose.
  let densestProse: Double
  /// The same as ``smallestCoverage`` where a page says neither that it is an article nor a thread nor a shop: its text
  /// often stands in several parts.
  let openCoverage: Double
  /// A preview of another page has hardly more characters than this.
  let longestPreview: Double
  /// Previews that together have a larger share of a container are what it is about.
  let largestPreviewShare: Double
  /// Fewer hidden parts are windows that open over the page rather than parts of it.
  let fewestFolds: Double
  /// The least characters of a hidden part that is worth to unfold.
  let shortestFold: Double
  /// The largest share of link text in a hidden part that is worth to unfold.
  let densestFold: Double
  /// Marked posts with a smaller share of the prose are not all that a thread consists of.
  let smallestPostsShare: Double
  /// A section with a larger share of the text is not furniture, whatever its heading.
  let largestFurnitureShare: Double
  /// Shorter blocks, in characters, say the same twice on purpose.
  let shortestRepeat: Double
  /// A main text with fewer of the words that structured data state is about something else.
  let leastStatedShare: Double

  init(_ sections: [DataSection]) throws(ExtractionDataError) {
    var values = try ThresholdValues(sections)
    largestPrunedShare = try values.take("largest-pruned-share")
    smallestCoverage = try values.take("smallest-coverage")
    articleCoverage = try values.take("article-coverage")
    leastArticleShare = try values.take("least-article-share")
    longestOffer = try values.take("longest-offer")
    littleProse = try values.take("little-prose")
    linkListDensity = try values.take("link-list-density")
    openLinkListDensity = try values.take("open-link-list-density")
    littleText = try values.take("little-text")
    shortText = try values.take("short-text")
    longestControl = try values.take("longest-control")
    longestByline = try values.take("longest-byline")
    largestCaptionShare = try values.take("largest-caption-share")
    shortestLead = try values.take("shortest-lead")
    mostLeads = try values.take("most-leads")
    shortestProse = try values.take("shortest-prose")
    densestProse = try values.take("densest-prose")
    openCoverage = try values.take("open-coverage")
    longestPreview = try values.take("longest-preview")
    largestPreviewShare = try values.take("largest-preview-share")
    fewestFolds = try values.take("fewest-folds")
    shortestFold = try values.take("shortest-fold")
    densestFold = try values.take("densest-fold")
    smallestPostsShare = try values.take("smallest-posts-share")
    largestFurnitureShare = try values.take("largest-furniture-share")
    shortestRepeat = try values.take("shortest-repeat")
    leastStatedShare = try values.take("least-stated-share")
    try values.requireAllTaken()
  }

  /// Whether a block reads like sentences.
  func isProse(_ block: PageBlock) -> Bool { block.kind != .heading && isWordy(block) }

  /// Whether a block has enough words outside links.
  func isWordy(_ block: PageBlock) -> Bool {
    Double(block.length) >= shortestProse && block.linkDensity <= densestProse
  }
}

/// Numbers by name, each of which must be taken once.
private struct ThresholdValues {
  private var values: [String: (value: Double, line: Int)] = [:]

  init(_ sections: [DataSection]) throws(ExtractionDataError) {
    for section in sections {
      for entry in section.entries {
        let parts = entry.split(separator: "=").map { $0.trimming(\.isWhitespace) }
        guard parts.count == 2, let value = Double(parts[1]) else {
          throw ExtractionDataError(section.line, "“\(entry)” is not of the form name = number")
        }
        values[parts[0]] = (value, section.line)
      }
    }
  }

  mutating func take(_ name: String) throws(ExtractionDataError) -> Double {
    guard let found = values.removeValue(forKey: name) else {
      throw ExtractionDataError(1, "the threshold “\(name)” is missing; add a line “\(name) = …”")
    }
    return found.value
  }

  func requireAllTaken() throws(ExtractionDataError) {
    if let (name, found) = values.min(by: { $0.key < $1.key }) {
      throw ExtractionDataError(found.line, "no threshold “\(name)” is known; remove it")
    }
  }
}
