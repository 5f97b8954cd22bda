import Foundation

/// Finds the folder that holds `Data` and `KnowledgeBase`.
///
/// Tried in this order: the folder named by an option, the one named by the environment variable `VETTED_DATA`,
/// `../share/vetted` beside the executable, the folders above the executable (a checkout that was built in place), and
/// `/usr/share/vetted`.
public struct ResourceLocator: Sendable {
  /// Folders in the order in which they are tried, each with what names it.
  let candidates: [(path: String, origin: String)]

  /// - Parameters:
  ///   - option: the folder that the user named on the command line.
  ///   - environment: the variables of the process.
  ///   - executable: the path of the running program.
  public init(option: String?, environment: [String: String], executable: String) {
    var candidates: [(path: String, origin: String)] = []
    if let option {
      candidates.append((option, "--data"))
    } else if let variable = environment["VETTED_DATA"], !variable.isEmpty {
      candidates.append((variable, "VETTED_DATA"))
    } else {
      let folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
      candidates.append((folder.appendingPathComponent("../share/vetted").standardized.path, "installed"))
      var above = folder
      while above.path != "/" {
        if FileManager.default.fileExists(atPath: above.appendingPathComponent("Package.swift").path) {
          candidates.append((above.path, "checkout"))
        }
        above = above.deletingLastPathComponent()
      }
      candidates.append(("/usr/share/vetted", "system"))
    }
    self.candidates = candidates
  }

  /// The first folder that has both.
  ///
  /// - Throws: ``FactCheckingError/resourcesNotFound(tried:)`` with every path tried.
  public func root() throws(FactCheckingError) -> String {
    let found = candidates.first { candidate in
      ["Data/lexicons", "KnowledgeBase/entries"].allSatisfy {
        FileManager.default.fileExists(atPath: "\(candidate.path)/\($0)")
      }
    }
    guard let found else { throw .resourcesNotFound(tried: candidates.map { "\($0.path) (\($0.origin))" }) }
    return found.path
  }

  /// The folder for what the program makes itself, after the XDG Base Directory Specification.
  public static func cacheDirectory(environment: [String: String]) -> String {
    folder("XDG_DATA_HOME", below: ".local/share", environment)
  }

  /// The folder for pages that were fetched, after the same specification.
  public static func pageDirectory(environment: [String: String]) -> String {
    folder("XDG_CACHE_HOME", below: ".cache", environment) + "/pages"
  }

  private static func folder(_ variable: String, below usual: String, _ environment: [String: String]) -> String {
    if let named = environment[variable], named.hasPrefix("/") { return "\(named)/vetted" }
    return "\(environment["HOME"] ?? NSTemporaryDirectory())/\(usual)/vetted"
  }
}
