/// The closed set of English contractions.
enum Contraction {
  /// What follows the apostrophe, and the word it stands for. `'s` and `'d` have two readings each and stay.
  static let clitics = ["s": "'s", "d": "'d", "m": "am", "re": "are", "ve": "have", "ll": "will"]

  /// The verbs whose form changes before `n't`.
  static let verbs = ["ca": "can", "wo": "will", "sha": "shall", "ai": "is"]

  /// Negated verbs as people write them without the apostrophe.
  static let bareNegations: Set<String> = [
    "aint", "arent", "cant", "couldnt", "didnt", "doesnt", "dont", "hadnt", "hasnt", "havent", "isnt", "mustnt",
    "neednt", "shouldnt", "wasnt", "werent", "wont", "wouldnt",
  ]
}
