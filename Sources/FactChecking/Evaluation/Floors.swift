import Foundation

/// The figures below which a change does not pass: `Data/evaluation/floors.json`.
public struct Floors: Codable, Sendable {
  /// By the name of the set's file, then by the name of the figure.
  public private(set) var floors: [String: [String: Double]]
  /// Every time that a floor was lowered, and why.
  public private(set) var lowered: [Lowering]

  public struct Lowering: Codable, Sendable {
    public let set: String
    public let figure: String
    public let from: Double
    public let to: Double
    public let reason: String
  }

  /// - Throws: ``FactCheckingError`` for a file that cannot be read.
  public init(path: String) throws(FactCheckingError) {
    do {
      self = try JSONDecoder().decode(Floors.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .unusableResource(path: path, problem: "\(error)")
    }
  }

  /// The figures of a set that are below their floors, with these.
  public func violations(by figures: [Figure], of set: String) -> [(figure: Figure, floor: Double)] {
    figures.compactMap { figure in
      floors[set]?[figure.name].flatMap { figure.value < $0 ? (figure, $0) : nil }
    }
  }

  /// Raises the floors of a set to what was measured, rounded down to hundredths. With a reason, floors above that are
  /// lowered to it and the reason is kept; without one they stay.
  public mutating func pin(_ figures: [Figure], of set: String, loweringBecause reason: String?) {
    for figure in figures {
      let measured = (figure.value * 100).rounded(.down) / 100
      let floor = floors[set]?[figure.name]
      if let floor, measured < floor {
        guard let reason else { continue }
        lowered.append(Lowering(set: set, figure: figure.name, from: floor, to: measured, reason: reason))
      }
      floors[set, default: [:]][figure.name] = measured
    }
  }

  /// - Throws: ``FactCheckingError`` when the file cannot be written.
  public func write(to path: String) throws(FactCheckingError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    do {
      try encoder.encode(self).write(to: URL(fileURLWithPath: path))
    } catch {
      throw .unusableResource(path: path, problem: "\(error)")
    }
  }
}
