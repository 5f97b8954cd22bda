/// What a page is for, as far as it decides what of the page is furniture.
enum PageKind: Sendable {
  case article
  /// A thread of posts, or a question with its answers.
  case forum
  /// The offer of a product.
  case product
  /// Anything else, such as documentation, the page of a service or a listing, whose links may be its content.
  case open

  init(metadata: PageMetadata, hasForumAddress: Bool, hasShopAddress: Bool) {
    self =
      if metadata.isForum || hasForumAddress {
        .forum
      } else if metadata.isProduct || hasShopAddress && !metadata.isArticle {
        .product
      } else if metadata.isArticle {
        .article
      } else {
        .open
      }
  }

  /// Whether other pages, and links to them, may be what the page is about.
  var mayListPages: Bool { self == .open }

  /// The traits that mark furniture on a page of the kind.
  var furniture: Traits {
    switch self {
    case .forum: [.boilerplate, .furnitureRole, .offer, .forumFurniture]
    case .product: [.boilerplate, .furnitureRole, .offer, .shopFurniture, .reviews]
    case .article: [.boilerplate, .furnitureRole, .offer, .articleFurniture]
    case .open: [.boilerplate, .furnitureRole]
    }
  }
}
