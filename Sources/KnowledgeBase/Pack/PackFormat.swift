import GRDB

/// What a pack looks like: one SQLite file that never changes once it has its name.
enum PackFormat {
  /// Raised whenever the tables or what they hold change, so that older packs are built again.
  static let version = "2"

  /// Turns phrasings and queries into terms: lower case without diacritics, stemmed by Porter's algorithm
  /// (https://www.sqlite.org/fts5.html#porter_tokenizer).
  static let tokenizer = FTS5TokenizerDescriptor.porter(wrapping: .unicode61(diacritics: .remove))

  /// Keys of the table `meta`.
  enum Meta: String {
    case format, digest, signature, entries, statements, newest
    /// The digest of the model that made the vectors; empty where there are none.
    case model
    /// How many files could not be read and are not in the pack.
    case unreadable
  }

  static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE entries (
          id TEXT PRIMARY KEY, json BLOB NOT NULL, first INTEGER NOT NULL, phrasings INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE organizations (id TEXT PRIMARY KEY, json BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE phrasings (number INTEGER PRIMARY KEY, entry TEXT NOT NULL, role TEXT NOT NULL, text TEXT NOT NULL);
        CREATE TABLE terms (term TEXT PRIMARY KEY, phrasings INTEGER NOT NULL, postings BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE lengths (terms BLOB NOT NULL);
        CREATE TABLE vectors (width INTEGER NOT NULL, components BLOB NOT NULL);
        """)
  }
}
