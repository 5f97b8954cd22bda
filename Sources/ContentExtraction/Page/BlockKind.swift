import FactCheckCore

/// Tells what kind of block a text of a page stands in.
enum BlockKind {
  /// Decides by the nearest element around the text that says something about it.
  static func kind(of node: Int, in tree: PageTree) -> Document.Block.Kind {
    var isComment = false
    for ancestor in tree.ancestors(of: node) {
      switch tree.nodes[ancestor].tag {
      case .h1, .h2, .h3, .h4, .h5, .h6: return .heading
      case .pre: return .code
      case .figcaption, .caption: return .caption
      case .li, .dt, .dd: return .listItem
      case .blockquote: return .quote
      default: isComment = isComment || !tree.nodes[ancestor].traits.isDisjoint(with: [.comments, .post])
      }
    }
    return isComment ? .comment : .paragraph
  }
}
