/// Marks the parts of a page that are not content by what they are called.
struct BoilerplatePruner {
  private let tree: PageTree
  private let kind: PageKind
  private let leniency: Leniency
  private let thresholds: ExtractionThresholds
  private let sums: TextSums
  private let landmarks: [Int]
  private let total: Int
  /// Whether what is hidden unfolds at a click, as answers and tabs do.
  private let hasFolds: Bool
  /// Whether captions are no part of the text: the page is not made of pictures and what stands below them.
  private let dropsCaptions: Bool

  /// What is kept for want of anything better; each step keeps what those before it keep.
  enum Leniency: Int, CaseIterable {
    case strict
    /// Comments, for pages that consist of them.
    case comments
    /// What is shown to browsers without scripts.
    case noscript
    /// What is hidden or has a name like furniture.
    case names
  }

  init(_ tree: PageTree, kind: PageKind, leniency: Leniency, thresholds: ExtractionThresholds) {
    self.tree = tree
    self.kind = kind
    self.leniency = leniency
    self.thresholds = thresholds
    let sums = TextSums(tree, isKept: [Bool](repeating: true, count: tree.nodes.count))
    self.sums = sums
    total = max(1, sums.length(in: tree.subtree(of: tree.root)))
    let folds = tree.nodes.indices.count { Self.isFold($0, in: tree, sums: sums, thresholds: thresholds) }
    hasFolds = kind != .forum && Double(folds) >= thresholds.fewestFolds
    let captions = tree.nodes.indices.filter { Self.isCaption(tree.nodes[$0]) }
    let captionLength = captions.reduce(0) { $0 + sums.length(in: tree.subtree(of: $1)) }
    dropsCaptions =
      (kind == .article || kind == .open) && Double(captionLength) <= thresholds.largestCaptionShare * Double(total)
    landmarks = Self.landmarks(of: tree, kind: kind, sums: sums, thresholds: thresholds)
  }

  /// Whether each node is kept.
  func keptNodes() -> [Bool] {
    var isKept = [Bool](repeating: true, count: tree.nodes.count)
    var articleEnd = 0
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if Self.isLandmark(node) { articleEnd = max(articleEnd, node.end) }
      if isBoilerplate(index, isInArticle: index < articleEnd) {
        isKept[index] = false
        index = node.end
      } else {
        index += 1
      }
    }
    return isKept
  }

  /// The main landmark, the page's heading, and its articles but those that are previews beside a longer one. In a thread
  /// every post counts.
  private static func landmarks(
    of tree: PageTree, kind: PageKind, sums: TextSums, thresholds: ExtractionThresholds
  ) -> [Int] {
    let articles = tree.nodes.indices.lazy.filter { tree.nodes[$0].tag == .article }
    let longest = articles.map { sums.length(in: tree.subtree(of: $0)) }.max() ?? 0
    let least = kind == .forum ? 0 : thresholds.largestPreviewShare * Double(longest)
    return tree.nodes.indices.filter { index in
      let node = tree.nodes[index]
      if node.tag == .article { return Double(sums.length(in: index..<node.end)) >= least }
      return isLandmark(node) || node.tag == .h1 || kind == .forum && node.traits.contains(.post)
    }
  }

  private static func isCaption(_ node: PageTree.Node) -> Bool {
    node.tag == .figcaption || node.traits.contains(.caption)
  }

  private static func isLandmark(_ node: PageTree.Node) -> Bool {
    node.tag == .article || node.tag == .main || node.traits.contains(.mainRole)
  }

  private func isBoilerplate(_ index: Int, isInArticle: Bool) -> Bool {
    let node = tree.nodes[index]
    switch node.tag {
    case .text, .html, .body, .main, .article: return node.tag == .article && node.traits.contains(.hidden)
    case .head, .title, .meta, .link, .base, .embed, .map, .area, .param: return true
    case .noscript: return leniency.rawValue < Leniency.noscript.rawValue
    default: break
    }
    if node.traits.contains(.consent) { return true }
    let share = Double(sums.length(in: index..<node.end)) / Double(total)
    // What customers say is often longer than what is said of a product.
    let isTalk = kind == .product && !node.traits.isDisjoint(with: [.shopFurniture, .reviews])
    if share > thresholds.largestPrunedShare, !isTalk, !isMargin(index) { return false }
    switch node.tag {
    case .nav, .menu, .dialog, .footer, .aside: return true
    case .figcaption where dropsCaptions: return true
    case .form where holdsControl(index): return !holdsLandmark(index)
    case .header where !isInArticle: return !holdsLandmark(index)
    case let tag where tag.isControl: return true
    default: return isNamedBoilerplate(index, node)
    }
  }

  /// Whether an element stands by its very tag or role around the text, and enough is left without it: long footers hold
  /// the small print of shops.
  private func isMargin(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    let isNamed = node.tag == .nav || node.traits.contains(.furnitureRole)
    return leniency == .strict && (node.tag == .footer || isNamed && !holdsLandmark(index))
      && Double(total - sums.length(in: index..<node.end)) >= thresholds.littleProse
  }

  private func isNamedBoilerplate(_ index: Int, _ node: PageTree.Node) -> Bool {
    if leniency == .names { return kind == .product && node.traits.contains(.reviews) && !holdsLandmark(index) }
    if node.traits.contains(.hidden), !isUnfolded(index) { return true }
    if node.traits.contains(.controlRole), Double(sums.length(in: index..<node.end)) <= thresholds.longestControl {
      return true
    }
    if leniency == .strict, node.traits.contains(.comments) { return !isInside(index, .pre) }
    if kind == .article, node.traits.contains(.byline), !isInside(index, .td),
      Double(sums.length(in: index..<node.end)) <= thresholds.longestByline
    {
      return !holdsLandmark(index)
    }
    if node.traits.contains(.caption), dropsCaptions { return !holdsLandmark(index) }
    if node.traits.contains(.offer), Double(sums.length(in: index..<node.end)) <= thresholds.longestOffer {
      return !holdsLandmark(index)
    }
    guard !node.traits.isDisjoint(with: kind.furniture), !node.traits.contains(.content) else {
      return false
    }
    return !holdsLandmark(index)
  }

  /// Whether an element stands in one with a tag, such as the comment of a program in `<pre>`.
  private func isInside(_ index: Int, _ tag: Tag) -> Bool {
    tree.ancestors(of: index).contains { tree.nodes[$0].tag == tag }
  }

  /// Whether a hidden element is shown at a click.
  private func isUnfolded(_ index: Int) -> Bool {
    hasFolds && Self.isFold(index, in: tree, sums: sums, thresholds: thresholds)
  }

  /// Whether a hidden element holds text that is not furniture by its name.
  private static func isFold(
    _ index: Int, in tree: PageTree, sums: TextSums, thresholds: ExtractionThresholds
  ) -> Bool {
    let node = tree.nodes[index]
    guard node.traits.contains(.hidden), node.tag.isGroup,
      node.traits.isDisjoint(with: [.boilerplate, .furnitureRole, .consent, .comments])
    else { return false }
    let nodes = tree.subtree(of: index)
    return Double(sums.length(in: nodes)) >= thresholds.shortestFold
      && sums.linkDensity(in: nodes) < thresholds.densestFold
  }

  private func holdsControl(_ index: Int) -> Bool {
    tree.subtree(of: index).contains { tree.nodes[$0].tag.isControl && tree.nodes[$0].tag != .button }
  }

  /// Whether an article, the main landmark or the page's heading stands in a node.
  private func holdsLandmark(_ index: Int) -> Bool {
    var (low, high) = (0, landmarks.count)
    while low < high {
      let middle = (low + high) / 2
      if landmarks[middle] <= index { low = middle + 1 } else { high = middle }
    }
    return low < landmarks.count && landmarks[low] < tree.nodes[index].end
  }
}
