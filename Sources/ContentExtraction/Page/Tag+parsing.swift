// What the HTML Standard says of elements that decides where they begin and end.

extension Tag {
  /// Whether the element's content is not text of the page.
  var isDropped: Bool {
    switch self {
    case .script, .style, .svg, .template, .iframe, .object, .noembed, .noframes, .math, .audio, .video, .canvas: true
    default: false
    }
  }

  /// Whether the element never has content (§13.1.2).
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr: true
    default: false
    }
  }

  /// Whether the element's end tag may be left out (§13.1.2.4), so that it does not tell how deep a page is nested.
  var hasOptionalEnd: Bool {
    switch self {
    case .li, .dt, .dd, .p, .optgroup, .option, .colgroup, .caption, .thead, .tbody, .tfoot, .tr, .td, .th: true
    default: false
    }
  }

  /// Whether the element belongs to the head of a page.
  var isMetadata: Bool {
    switch self {
    case .title, .meta, .link, .base: true
    default: false
    }
  }

  /// Whether an open paragraph ends where the element begins (§13.2.6.4.7).
  var endsParagraph: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .div, .dl, .fieldset, .figcaption,
      .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary, .ul, .h1, .h2, .h3,
      .h4, .h5, .h6, .pre, .form, .table, .hr, .li, .dd, .dt:
      true
    default: false
    }
  }

  /// Whether the element is more than a phrase, so that an end tag of a phrase does not end it (“special” in §13.2.4.2).
  var isSpecial: Bool {
    switch self {
    case .html, .head, .body, .button, .caption, .colgroup, .fieldset, .noscript, .select, .tbody, .td, .textarea,
      .tfoot, .th, .thead, .title, .tr:
      true
    default: endsParagraph || isVoid
    }
  }

  /// Whether the end tags of what stands around the element do not reach into it (“scope” in §13.2.4.2).
  var isScope: Bool {
    switch self {
    case .html, .head, .body, .table, .td, .th, .caption: true
    default: false
    }
  }

  var isTablePart: Bool {
    switch self {
    case .caption, .colgroup, .thead, .tbody, .tfoot, .tr, .td, .th: true
    default: false
    }
  }

  /// Whether the element may be the parent of a part of a table.
  func maySurround(_ part: Tag) -> Bool {
    switch self {
    case .table: true
    case .thead, .tbody, .tfoot: part == .tr || part == .td || part == .th
    case .tr: part == .td || part == .th
    default: false
    }
  }
}
