import Testing
import TextAnalysis

@Suite struct StemmerTests {
  @Test(arguments: [
    // From the sample vocabulary in the description of the algorithm.
    ("consign", "consign"), ("consignment", "consign"), ("consistency", "consist"), ("consolatory", "consolatori"),
    ("knackeries", "knackeri"), ("knaves", "knave"), ("knightly", "knight"), ("knives", "knive"), ("knotted", "knot"),
    // One rule each.
    ("ties", "tie"), ("cries", "cri"), ("gas", "gas"), ("gaps", "gap"), ("kiwis", "kiwi"), ("this", "this"),
    ("agreed", "agre"), ("luxuriated", "luxuri"), ("hopping", "hop"), ("hoping", "hope"), ("say", "say"), ("by", "by"),
    ("cry", "cri"), ("rational", "ration"), ("generously", "generous"), ("communism", "communism"), ("ugly", "ugli"),
    ("herrings", "herring"), ("proceeds", "proceed"), ("vaccine's", "vaccin"), ("'tis", "tis"),
    ("beautifully", "beauti"),
    // Words of the trade.
    ("vaccines", "vaccin"), ("vaccination", "vaccin"), ("prevents", "prevent"), ("causing", "caus"),
    ("antibiotics", "antibiot"), ("pregnancies", "pregnanc"), ("miscarriage", "miscarriag"),
  ])
  func `words lose their endings`(word: String, stem: String) {
    #expect(Stemmer.stem(word) == stem)
  }

  @Test(arguments: ["", "a", "''", "'s'", "'''", "s's", "yyy", "日本語", "covid-19", "é's", "ed", "ing", "eed"])
  func `odd words do no harm`(word: String) {
    #expect(Stemmer.stem(word).utf8.count <= word.utf8.count)
  }
}
