import FactCheckCore
import Testing

@testable import TextAnalysis

@Suite struct TokenizerTests {
  private func normals(_ text: String) -> [String] { Tokenizer().tokens(in: text).map(\.normal) }

  @Test(arguments: [
    ("Garlic cures COVID.", ["garlic", "cures", "covid", "."]),
    ("It doesn't work", ["it", "does", "not", "work"]),
    ("can't cannot won’t shan't ain't", ["can", "not", "can", "not", "will", "not", "shall", "not", "is", "not"]),
    (
      "it's what they've said; I'm in, we'll see",
      ["it", "'s", "what", "they", "have", "said", ";", "i", "am", "in", ",", "we", "will", "see"]
    ),
    ("DONT dont doesnt wasnt", ["do", "not", "do", "not", "does", "not", "was", "not"]),
    ("shouldn't've", ["should", "not", "have"]),
    ("the elephant went", ["the", "elephant", "went"]),
    ("o'clock 'quoted' doctors'", ["o'clock", "'", "quoted", "'", "doctors", "'"]),
    ("a flu-shot for a 12-year-old", ["a", "flu", "shot", "for", "a", "12", "year", "old"]),
    ("COVID-19, covid-19-related IL‑6 mRNA", ["covid-19", ",", "covid-19", "related", "il-6", "mrna"]),
    ("omega-3 type-2", ["omega", "3", "type", "2"]),
    ("Café Ménière naïve Straße ﬁbre", ["cafe", "meniere", "naive", "strasse", "fibre"]),
    ("e\u{301}té vac\u{AD}cine", ["ete", "vaccine"]),
    ("𝐕𝐚𝐜𝐜𝐢𝐧𝐞 ｋｉｌｌｓ", ["vaccine", "kills"]),
    (
      "Soooo goood, phase III, factor VIII, AAA",
      ["soo", "good", ",", "phase", "iii", ",", "factor", "viii", ",", "aaa"]
    ),
    ("the U.S. and F.D.A at 5 a.m. now", ["the", "us", "and", "fda", "at", "5", "am", "now"]),
    ("wait... what?!! -- “no”", ["wait", "…", "what", "?", "!", "-", "\"", "no", "\""]),
    ("μg µg", ["μg", "μg"]),
  ])
  func `words come in lower case, without diacritics, contractions in two`(text: String, expected: [String]) {
    #expect(normals(text) == expected)
  }

  @Test(arguments: [
    ("1,000.50", ["1000.50"]), ("1,5", ["1", ",", "5"]), (".5 ½", ["0.5", "0.5"]), ("5mg", ["5", "mg"]),
    ("5-10 mg", ["5", "-", "10", "mg"]), ("5–10", ["5", "-", "10"]), ("50%", ["50", "%"]),
    ("120/80", ["120", "/", "80"]),
    ("1st 22nd 1990s", ["1st", "22nd", "1990s"]), ("5G 3D 5g", ["5g", "3d", "5", "g"]), ("B12 H1N1", ["b12", "h1n1"]),
    ("11.18.2014", ["11.18.2014"]), ("5-mg", ["5", "mg"]), ("$100.", ["$", "100", "."]),
    ("38.5°C", ["38.5", "°", "c"]),
  ])
  func `numbers are parted from units and signs`(text: String, expected: [String]) {
    #expect(normals(text) == expected)
  }

  @Test(arguments: [
    ("#VaccinesCauseAutism", ["#", "vaccines", "cause", "autism"]), ("#novax", ["#", "novax"]),
    ("#COVID19 #B12", ["#", "covid", "19", "#", "b12"]), ("#mRNAVaccine_facts", ["#", "mrna", "vaccine", "facts"]),
    ("#DNATest2024", ["#", "dna", "test", "2024"]), ("#5GKills", ["#", "5g", "kills"]),
    ("#VaccinesDontWork", ["#", "vaccines", "do", "not", "work"]), ("#1 of a#b", ["#", "1", "of", "a", "#", "b"]),
  ])
  func `a hashtag gives the words in it`(text: String, expected: [String]) {
    #expect(normals(text) == expected)
  }

  @Test func `the words of a hashtag are marked`() {
    let tokens = Tokenizer().tokens(in: "so #VaccinesDontWork now")
    #expect(tokens.map(\.isInHashtag) == [false, false, true, true, true, true, false])
    #expect(tokens.map(\.kind) == [.word, .hashtag, .word, .word, .word, .word, .word])
  }

  @Test(arguments: [
    ("see https://a.example/x_(y)?q=1.", "https://a.example/x_(y)?q=1", Token.Kind.url),
    ("(www.example.org/a)", "www.example.org/a", .url), ("at nih.gov/x, now", "nih.gov/x", .url),
    ("mail Jane.Doe+x@mail.example.com!", "Jane.Doe+x@mail.example.com", .url),
    ("cc @Dr_Who: hi", "@Dr_Who", .mention), ("no 👩🏽‍⚕️ yet", "👩🏽‍⚕️", .emoji), ("in 🇬🇧🇫🇷", "🇬🇧", .emoji),
  ])
  func `addresses, mentions and emoji are one token`(text: String, quote: String, kind: Token.Kind) {
    let token = Tokenizer().tokens(in: text).first { $0.kind == kind }
    #expect(token.map { String(text[$0.span]) } == quote)
  }

  @Test func `a missing space after a full stop makes no address`() {
    #expect(normals("It works.It really does") == ["it", "works", ".", "it", "really", "does"])
  }

  @Test func `spans quote what was written`() {
    let text = "Naïve: vaccines DOESN’T cost $1,000 #NoVax"
    #expect(
      Tokenizer().tokens(in: text).map { String(text[$0.span]) }
        == ["Naïve", ":", "vaccines", "DOES", "N’T", "cost", "$", "1,000", "#", "No", "Vax"])
  }

  @Test func `any text gives ordered tokens that lie within it`() {
    for text in MutatedText(seed: 1, count: 500) {
      var end = 0
      for token in Tokenizer().tokens(in: text) {
        #expect(token.span.start >= end && !token.span.isEmpty && !token.normal.isEmpty)
        end = token.span.end
      }
      #expect(end <= text.utf8.count)
    }
  }
}
