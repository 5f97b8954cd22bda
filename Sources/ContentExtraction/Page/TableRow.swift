/// Tells rows of data from tables that only lay a page out.
enum TableRow {
  /// A row of data has two cells or more, with no more than a paragraph in each.
  static func isData(_ row: Int, in tree: PageTree) -> Bool {
    var (cells, paragraphs) = (0, 0)
    for node in tree.subtree(of: row).dropFirst() {
      switch tree.nodes[node].tag {
      case .td, .th: cells += 1
      case .p: paragraphs += 1
      case .table, .ul, .ol, .dl, .blockquote, .pre, .form, .article, .section, .h1, .h2, .h3, .h4, .h5, .h6:
        return false
      default: break
      }
    }
    return cells >= 2 && paragraphs <= cells
  }
}
