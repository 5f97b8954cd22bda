/// The elements that reading a page treats differently; every other is ``unknown``.
enum Tag: String, Hashable, Sendable, CaseIterable {
  /// A run of character data.
  case text = "#text"
  case unknown
  case html, head, body, title, meta, link, base
  case article, section, main, nav, aside, header, footer, hgroup, address, div, center
  case h1, h2, h3, h4, h5, h6, p, blockquote, pre, ul, ol, li, dl, dt, dd, figure, figcaption, hr, br
  case table, caption, thead, tbody, tfoot, tr, td, th
  case a, span, time
  case form, fieldset, legend, button, select, option, optgroup, datalist, input, textarea, output, progress, meter
  case map, area, menu, details, summary, dialog, noscript, param, embed
  case img, col, colgroup, source, track, wbr, search
  case script, style, svg, template, iframe, object, noembed, noframes, math, audio, video, canvas

  /// Whether a browser begins a new line at the element (HTML Standard, §15.3).
  var isBlock: Bool {
    switch self {
    case .html, .body, .article, .section, .main, .nav, .aside, .header, .footer, .hgroup, .address, .div, .center,
      .h1, .h2, .h3, .h4, .h5, .h6, .p, .blockquote, .pre, .ul, .ol, .li, .dl, .dt, .dd, .figure, .figcaption, .hr,
      .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .form, .fieldset, .legend, .menu, .details, .summary,
      .dialog, .option, .noscript:
      true
    default: false
    }
  }

  var isHeading: Bool { headingLevel != nil }

  /// From 1 for `<h1>` to 6; `nil` for what is no heading.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Whether the element groups others.
  var isGroup: Bool {
    switch self {
    case .ul, .ol, .dl, .div, .section, .table, .center, .form, .figure: true
    default: false
    }
  }

  /// Whether the element is a control or belongs to one.
  var isControl: Bool {
    switch self {
    case .button, .select, .option, .optgroup, .datalist, .input, .textarea, .output, .progress, .meter: true
    default: false
    }
  }
}
