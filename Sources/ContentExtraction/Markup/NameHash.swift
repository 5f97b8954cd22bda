/// A name by a hash of its bytes (FNV-1a, 64 bits), so that names are told apart without making strings of them.
///
/// Two names with one hash would be taken for each other. A page that goes to the length of making such names only
/// garbles its own text.
struct NameHash: Hashable, Sendable {
  private var value: UInt64

  init() { value = 0xCBF2_9CE4_8422_2325 }

  fileprivate init(value: UInt64) { self.value = value }

  init(_ name: some Sequence<UInt8>) {
    self.init()
    for byte in name { append(byte) }
  }

  mutating func append(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Where to look first in a table with a power of two of places.
  func place(in mask: Int) -> Int { Int(truncatingIfNeeded: value >> 24) & mask }
}

/// Values by names that are known beforehand, found in less time than a dictionary takes to hash.
struct NameTable<Value: Sendable>: Sendable {
  /// The names, each at the place of its hash or at the next that was free, and apart from them their values.
  private var names: [NameHash]
  private var values: [Value?]
  private let mask: Int
  /// The hash of no name.
  private static var free: NameHash { NameHash(value: 0) }

  init(_ entries: [(name: NameHash, value: Value)]) {
    var places = 4
    while places < entries.count * 2 { places *= 2 }
    names = Array(repeating: Self.free, count: places)
    values = Array(repeating: nil, count: places)
    mask = places - 1
    for (name, value) in entries {
      let place = place(of: name)
      names[place] = name
      values[place] = value
    }
  }

  subscript(name: NameHash) -> Value? { values[place(of: name)] }

  /// The place of a name, or the free one where it would stand.
  private func place(of name: NameHash) -> Int {
    var place = name.place(in: mask)
    while names[place] != name, names[place] != Self.free { place = (place + 1) & mask }
    return place
  }
}
