/// Finds the element that holds all posts of a thread, where the one that was found holds only one of them.
struct ThreadContainer {
  let page: PageText
  let thresholds: ExtractionThresholds

  /// The innermost element around a post, or a part of one, and all others that are marked like it; the element itself
  /// where it is no post or the only one.
  func container(around node: Int) -> Int {
    let tree = page.tree
    let marked = ([node] + tree.ancestors(of: node)).filter(isMarked)
    guard let post = marked.last else { return node }
    let posts = posts(like: post)
    guard posts.count > 1, let first = posts.first, let last = posts.last else { return node }
    let length = posts.reduce(0) { $0 + page.proseLength(of: $1) }
    guard Double(length) >= thresholds.smallestCoverage * Double(page.proseLength(of: tree.root)) else { return node }
    return tree.ancestors(of: first).first { tree.subtree(of: $0).contains(last) } ?? tree.root
  }

  private func isMarked(_ node: Int) -> Bool {
    page.tree.nodes[node].tag == .article || !page.tree.nodes[node].traits.isDisjoint(with: [.content, .post])
  }

  /// The kept elements with prose that have the tag and the traits of a post, in order; none stands in another.
  private func posts(like post: Int) -> [Int] {
    let (tag, traits) = (page.tree.nodes[post].tag, page.tree.nodes[post].traits)
    var posts: [Int] = []
    var index = 0
    while index < page.tree.nodes.count {
      let node = page.tree.nodes[index]
      let isPost = node.tag == tag && node.traits == traits && page.proseLength(of: index) > 0
      if isPost, page.isKept[index] { posts.append(index) }
      index = isPost || !page.isKept[index] ? node.end : index + 1
    }
    return posts
  }
}
