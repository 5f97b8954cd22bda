/// A way to find the element that holds the main text.
protocol ContainerProposing {
  /// The element; `nil` when the page has none of the kind. Whether it covers enough of the page is for the caller to
  /// decide.
  func container(in page: PageText) -> Int?
}

/// The element whose class, id or `itemprop` says that it is the body of an article.
struct MarkedContainer: ContainerProposing {
  func container(in page: PageText) -> Int? {
    page.longest { page.tree.nodes[$0].traits.contains(.content) && !page.tree.nodes[$0].tag.isInlineText }
  }
}

/// The `<article>` or main landmark with the most prose.
struct LandmarkContainer: ContainerProposing {
  func container(in page: PageText) -> Int? {
    page.longest {
      let node = page.tree.nodes[$0]
      return node.tag == .article || node.tag == .main || !node.traits.isDisjoint(with: [.mainRole, .articleRole])
    }
  }
}

extension PageText {
  /// Of the kept elements that satisfy a predicate, the one with the most prose; of equals, the innermost.
  fileprivate func longest(where isCandidate: (Int) -> Bool) -> Int? {
    var best: (node: Int, length: Int)?
    var index = 0
    while index < tree.nodes.count {
      guard isKept[index] else {
        index = tree.nodes[index].end
        continue
      }
      if isCandidate(index) {
        let length = proseLength(of: index)
        if length >= best?.length ?? 1 { best = (index, length) }
      }
      index += 1
    }
    return best?.node
  }
}

extension Tag {
  /// Whether the element marks up words, not a part of the page.
  fileprivate var isInlineText: Bool { self == .text || self == .a || self == .span || isHeading }
}
