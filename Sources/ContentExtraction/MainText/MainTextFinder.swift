/// Finds the main text of a page: prunes what is named as furniture, finds the element that holds the text, and clears
/// out what is left of furniture in it.
struct MainTextFinder {
  let rules: ExtractionRules
  private var thresholds: ExtractionThresholds { rules.thresholds }

  init(rules: ExtractionRules) { self.rules = rules }

  /// The blocks of the main text.
  func mainText(of tree: PageTree, metadata: PageMetadata, url: String?) -> PageBlocks {
    let hasForumAddress = url.map { rules.phrases.contains(.forumAddress, in: $0) } ?? false
    let hasShopAddress = url.map { rules.phrases.contains(.shopAddress, in: $0) } ?? false
    let kind = PageKind(metadata: metadata, hasForumAddress: hasForumAddress, hasShopAddress: hasShopAddress)
    let main = mainText(of: tree, kind: kind)
    // Many pages that call themselves articles list others, or offer a service.
    guard kind == .article, isLittle(main, of: main.characters.count) else { return main }
    let fuller = mainText(of: tree, kind: .open)
    return isLittle(main, of: fuller.length) ? fuller : main
  }

  private func isLittle(_ main: PageBlocks, of length: Int) -> Bool {
    Double(main.length) < thresholds.leastArticleShare * Double(length)
  }

  /// The blocks of the main text of a page of a kind.
  private func mainText(of tree: PageTree, kind: PageKind) -> PageBlocks {
    let page = prunedPage(tree, kind: kind)
    let container = container(of: page, kind: kind)
    var blocks = LinkListPruner(page: page, kind: kind, thresholds: thresholds).blocks(in: container)
    if kind == .article || kind == .open {
      blocks = LeadParagraphs(page: page, thresholds: thresholds).blocks(before: container) + blocks
    }
    if kind == .forum { blocks = ForumPosts(page: page, thresholds: thresholds).blocks(of: blocks) }
    blocks = FurnitureSections(page: page, rules: rules, kind: kind).removed(from: blocks)
    blocks = RepeatedBlocks(page: page, kind: kind, thresholds: thresholds).removed(from: blocks)
    return PageBlocks(blocks: blocks, characters: page.blocks.characters)
  }

  /// The page without its furniture; where that leaves hardly any prose, with as much of it as brings more.
  private func prunedPage(_ tree: PageTree, kind: PageKind) -> PageText {
    let leniency: BoilerplatePruner.Leniency = kind == .forum ? .comments : .strict
    var page = pruned(tree, kind, leniency)
    for lenient in BoilerplatePruner.Leniency.allCases where lenient.rawValue > leniency.rawValue {
      let length = page.proseLength(of: tree.root)
      guard Double(length) < thresholds.littleProse else { break }
      let fuller = pruned(tree, kind, lenient)
      if fuller.proseLength(of: tree.root) > 2 * length { page = fuller }
    }
    return page
  }

  private func pruned(_ tree: PageTree, _ kind: PageKind, _ leniency: BoilerplatePruner.Leniency) -> PageText {
    let pruner = BoilerplatePruner(tree, kind: kind, leniency: leniency, thresholds: thresholds)
    return PageText(tree, isKept: pruner.keptNodes(), ignoresCards: kind.mayListPages, thresholds: thresholds)
  }

  private func container(of page: PageText, kind: PageKind) -> Int {
    let landmark = LandmarkContainer().container(in: page)
    let proposals = [MarkedContainer().container(in: page), landmark, ScoredContainer().container(in: page)]
    let thread = ThreadContainer(page: page, thresholds: thresholds)
    let candidates = proposals.compactMap(\.self).map { kind == .forum ? thread.container(around: $0) : $0 }
    let total = Double(page.proseLength(of: page.tree.root))
    func covers(_ node: Int, _ share: Double) -> Bool { Double(page.proseLength(of: node)) >= share * total }
    let least = kind.mayListPages ? thresholds.openCoverage : thresholds.smallestCoverage
    if let node = candidates.first(where: { covers($0, least) }) { return node }
    if let landmark, covers(landmark, thresholds.smallestCoverage) { return landmark }
    if kind == .article, let node = candidates.first(where: { covers($0, thresholds.articleCoverage) }) { return node }
    return page.tree.root
  }
}
