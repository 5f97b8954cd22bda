/// The posts of a thread, without what stands around them.
struct ForumPosts {
  let page: PageText
  let thresholds: ExtractionThresholds

  /// The blocks in posts, and the thread's title; all blocks where posts are not marked as such.
  func blocks(of blocks: [PageBlock]) -> [PageBlock] {
    var posts: [Range<Int>] = []
    var index = 0
    while index < page.tree.nodes.count {
      let isPost = page.isKept[index] && page.tree.nodes[index].traits.contains(.post)
      if isPost, page.proseLength(of: index) > 0 {
        posts.append(page.tree.subtree(of: index))
        index = page.tree.nodes[index].end
      } else {
        index += 1
      }
    }
    var next = 0
    let inPosts = blocks.filter { block in
      while next < posts.count, posts[next].upperBound <= block.node { next += 1 }
      return next < posts.count && posts[next].contains(block.node) || isTitle(block)
    }
    let share = thresholds.smallestPostsShare * Double(prose(of: blocks))
    return posts.count > 1 && Double(prose(of: inPosts)) >= share ? inPosts : blocks
  }

  private func prose(of blocks: [PageBlock]) -> Int {
    blocks.reduce(0) { $0 + (page.isProse($1) ? $1.length : 0) }
  }

  private func isTitle(_ block: PageBlock) -> Bool {
    page.tree.ancestors(of: block.node).contains { page.tree.nodes[$0].tag == .h1 }
  }
}
