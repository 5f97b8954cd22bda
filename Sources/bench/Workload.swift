import Foundation

/// Something to measure: files to make first, and the arguments of the program.
struct Workload: Sendable {
  let name: String
  /// Takes long enough to be run once only.
  var isLong = false
  /// How many things of a kind are worked through, where their number a second is of interest.
  var count: Int?
  /// Makes its files in a folder and returns the arguments.
  let prepare: @Sendable (URL) throws -> [String]

  static let all = [
    Workload(name: "help") { _ in ["--help"] },
    Workload(name: "one post") { _ in ["check", "--text", post] },
    Workload(name: "page of 10,000 words") { folder in
      try ["check", write(page(words: 10_000), to: folder, "page.html")]
    },
    Workload(name: "text of 1,000 pages with scripts and navigation", count: 1000) { folder in
      let file = try write(pageWithFurniture, to: folder, "furniture.html")
      return ["inspect", "extract"] + Array(repeating: file, count: 1000)
    },
    Workload(name: "text of 50 MB", isLong: true) { folder in
      try ["check", write(text(bytes: 50_000_000), to: folder, "large.txt")]
    },
    Workload(name: "ndjson of 1,000 lines") { folder in
      try ["check", "--format", "ndjson", write(records(1_000), to: folder, "small.ndjson")]
    },
    Workload(name: "ndjson of 100,000 lines", isLong: true) { folder in
      try ["check", "--format", "ndjson", write(records(100_000), to: folder, "large.ndjson")]
    },
  ]

  private static let post =
    "The flu shot gives you the flu, so skip it. Honey is not safe for babies under one. Does garlic cure colds?"

  /// Sentences with and without claims, so that a page is neither all claims nor none.
  private static let sentences = [
    "The flu shot gives you the flu, my neighbour told everyone at the fair.", "The market opens at nine on Saturdays.",
    "Antibiotics do not cure colds.", "We walked down to the river and had lunch under the willows.",
    "Smoking causes lung cancer and raises the risk of heart disease.",
    "The council has not decided on the new bridge.",
    "Sunscreen lowers the risk of skin cancer.", "Tickets are sold at the door, children pay half the price.",
  ]

  private static func sentence(_ index: Int) -> String { sentences[index % sentences.count] }

  private static func page(words: Int) -> String {
    var paragraphs = ""
    var count = 0
    var index = 0
    while count < words {
      let text = (0..<5).map { sentence(index + $0) }.joined(separator: " ")
      paragraphs += "<p>\(text)</p>\n"
      count += text.split(separator: " ").count
      index += 3
    }
    return "<html lang=en><head><title>A long page</title></head><body><article>\(paragraphs)</article></body></html>"
  }

  /// As large as pages are, and like them mostly scripts, styles and links around the text.
  private static let pageWithFurniture: String = {
    let script = "<script>" + String(repeating: "if(a<b){window.dataLayer.push({k:\"v\"});}", count: 2500) + "</script>"
    let style = "<style>" + String(repeating: ".site-header>li{display:none;margin:0 auto}", count: 1000) + "</style>"
    let links = (0..<300).map {
      "<li class=\"menu-item menu-item-\($0) nav-link\" data-id=\"\($0)\"><a href=\"/p/\($0)\">Page \($0) &amp; more</a></li>\n"
    }.joined()
    let article = page(words: 1000)
    let start = article.range(of: "<article>")?.lowerBound ?? article.startIndex
    return article[..<start] + style + script + "<header class=\"site-header\"><nav><ul>\(links)</ul></nav></header>"
      + article[start...]
  }()

  private static func text(bytes: Int) -> String {
    let paragraph = (0..<8).map(sentence).joined(separator: " ") + "\n\n"
    return String(repeating: paragraph, count: bytes / paragraph.utf8.count + 1)
  }

  private static func records(_ count: Int) -> String {
    (0..<count).map { "{\"id\": \($0), \"text\": \"\(sentence($0)) \(sentence($0 + 3))\"}\n" }.joined()
  }

  private static func write(_ text: String, to folder: URL, _ name: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}
