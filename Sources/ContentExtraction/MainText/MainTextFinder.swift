/// Finds the main text of a page: prunes what is named as furniture, finds the element that holds the text, and clears
/// out what is left of furniture in it.
struct MainTextFinder {
  let rules: ExtractionRules
  private var thresholds: ExtractionThresholds { rules.thresholds }

  init(rules: ExtractionRules) { self.rules = rules }

  /// The blocks of the main text.
  func mainText(of tree: PageTree, metadata: PageMetadata, url: String?) -> PageBlocks {
    let isForum = metadata.isForum || url.map { rules.phrases.contains(.forumAddress, in: $0) } ?? false
    let page = prunedPage(tree, leniency: isForum ? .comments : .strict)
    let container = container(of: page, isArticle: metadata.isArticle && !isForum)
    let density =
      metadata.isArticle || isForum ? thresholds.linkListDensity : thresholds.openLinkListDensity
    let blocks = LinkListPruner(page: page, linkListDensity: density, thresholds: thresholds).blocks(in: container)
    return PageBlocks(blocks: blocks, characters: page.blocks.characters)
  }

  /// The page without its furniture; where that leaves hardly any prose, with as much of it as brings more.
  private func prunedPage(_ tree: PageTree, leniency: BoilerplatePruner.Leniency) -> PageText {
    var page = pruned(tree, leniency)
    for lenient in BoilerplatePruner.Leniency.allCases where lenient.rawValue > leniency.rawValue {
      let length = page.proseLength(of: tree.root)
      guard Double(length) < thresholds.littleProse else { break }
      let fuller = pruned(tree, lenient)
      if fuller.proseLength(of: tree.root) > 2 * length { page = fuller }
    }
    return page
  }

  private func pruned(_ tree: PageTree, _ leniency: BoilerplatePruner.Leniency) -> PageText {
    let pruner = BoilerplatePruner(tree, leniency: leniency, thresholds: thresholds)
    return PageText(tree, isKept: pruner.keptNodes(), thresholds: thresholds)
  }

  private func container(of page: PageText, isArticle: Bool) -> Int {
    let proposals: [any ContainerProposing] = [MarkedContainer(), LandmarkContainer(), ScoredContainer()]
    let candidates = proposals.compactMap { $0.container(in: page) }
    let total = Double(page.proseLength(of: page.tree.root))
    func covers(_ node: Int, _ share: Double) -> Bool { Double(page.proseLength(of: node)) >= share * total }
    if let node = candidates.first(where: { covers($0, thresholds.smallestCoverage) }) { return node }
    if isArticle, let node = candidates.first(where: { covers($0, thresholds.articleCoverage) }) { return node }
    return page.tree.root
  }
}
