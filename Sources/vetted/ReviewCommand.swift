import ArgumentParser
import FactCheckCore
import Foundation
import KnowledgeBase
import KnowledgeRefresh

/// `vetted review`: people decide on what the feeds brought.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Decide on what the feeds brought.",
    discussion: """
      A proposal is a sentence of an organization with the entry that it touches. Accepting one writes the file of the entry, \
      so that git shows the change; rejecting one keeps it and its rewordings from coming back. Where the harm is high or \
      the verdict changes, two people have to accept.
      """,
    subcommands: [List.self, Groups.self, Show.self, Accept.self, Edit.self, Reject.self, Notices.self, Log.self])
}

extension ReviewCommand {
  /// Which proposals are meant.
  struct Filter: ParsableArguments {
    @Option(name: .long, help: "Only of this feed.")
    var feed: String?
    @Option(name: .long, help: "Only of this organization.")
    var organization: String?
    @Option(name: .long, help: "Only in this area of the knowledge base.")
    var area: String?
    @Option(name: .long, help: "Only of this item, as `vetted review show` names it.")
    var item: String?
    @Option(name: .long, help: "Only of items with this title, as `vetted review groups` names them.")
    var group: String?
    @Option(name: .long, help: "Only these: conflicts, agrees, touches (an entry) or new.", transform: named)
    var relation: Proposal.Relation?
    @Option(name: .long, help: "Only of this harm: low, moderate or high.", transform: named)
    var harm: KnowledgeEntry.Harm?

    func applied(to proposals: [Proposal]) -> [Proposal] {
      proposals.filter { proposal in
        (feed == nil || proposal.source.feed == feed)
          && (organization == nil || proposal.source.organization == organization)
          && (area == nil || proposal.entry?.hasPrefix("\(area ?? "")/") == true)
          && (item == nil || proposal.source.item == item)
          && (group == nil || proposal.source.title.lowercased() == group?.lowercased())
          && (relation == nil || proposal.relation == relation) && (harm == nil || proposal.harm == harm)
      }
    }
  }

  /// Who decides.
  struct Reviewer: ParsableArguments {
    @Option(name: .long, help: "Who decides; by default VETTED_REVIEWER, or else the name of the login.")
    var by: String?

    func name() throws -> String {
      let environment = ProcessInfo.processInfo.environment
      let found = [by, environment["VETTED_REVIEWER"], environment["USER"]].compactMap(\.self).first { !$0.isEmpty }
      guard let found else { throw ValidationError("who decides is not known: name them with --by") }
      return found
    }
  }

  /// `vetted review list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the proposals, those that conflict first.")

    @Flag(name: .long, help: "Also those that were decided.")
    var all = false
    @OptionGroup var filter: Filter
    @OptionGroup var resources: ResourceOptions

    func run() throws {
      let states: Set<Proposal.State> = all ? Set(Proposal.State.allCases) : [.open, .seconding]
      let found = filter.applied(to: try resources.refreshStore().proposals(in: states))
      for proposal in found { Console.write(ProposalText(proposal).line) }
      Console.write("\(found.count) \(found.count == 1 ? "proposal" : "proposals")\n")
    }
  }

  /// `vetted review groups`
  struct Groups: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the titles under which proposals wait, such as health topics, each with how many there are.")

    @OptionGroup var filter: Filter
    @OptionGroup var resources: ResourceOptions

    func run() throws {
      let found = filter.applied(to: try resources.refreshStore().proposals())
      let groups = Dictionary(grouping: found, by: \.source.title).sorted { $0.key < $1.key }
      for (title, proposals) in groups { Console.write(ProposalText.group(title, proposals)) }
      Console.write("\(groups.count) \(groups.count == 1 ? "group" : "groups")\n")
    }
  }

  /// `vetted review show`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a proposal beside the statements of its entry, and what accepting it would change.")

    @Argument(help: "The number of a proposal.")
    var id: Int
    @OptionGroup var ending: Ending
    @OptionGroup var resources: ResourceOptions

    func run() throws {
      let proposal = ending.target.applied(to: try resources.refreshStore().proposal(id))
      let source = try resources.knowledgeSource()
      Console.write(ProposalText(proposal).whole(entry: source.entries.first { $0.id == proposal.entry }?.value))
      do {
        let plan = try resources.reviewDesk().plan(proposal, ending.acceptance(by: "you"))
        Console.write("\naccepting it would change:\n\(plan.diff)")
      } catch let error as KnowledgeRefreshError {
        Console.write("\naccepting it as \(ending.resolution.rawValue): \(error)\n")
      }
    }
  }

  /// How a proposal ends.
  struct Ending: ParsableArguments {
    @Option(
      name: .customLong("as"),
      help: "added (beside those that say the same), disputed, superseded or set-aside.", transform: named)
    var resolution: Resolution = .added
    @Option(name: .long, help: "The statement in your own words, where the publisher's may not be copied.")
    var text: String?
    @Option(
      name: .long, help: "The verdict of the entry, where it changes: refuted, supported, mixed or unsettled.",
      transform: named)
    var verdict: KnowledgeEntry.Verdict?
    @Option(
      name: .long, help: "The strongest relation that the statements grant, where that changes.", transform: named)
    var strength: KnowledgeEntry.Strength?
    @Option(name: .long, help: "Why; needed for every ending but added, and where the verdict changes.")
    var reason: String = ""
    @OptionGroup var target: Target

    func acceptance(by who: String) -> Acceptance {
      Acceptance(resolution, text: text, verdict: verdict, strength: strength, reason: reason, by: who)
    }
  }

  /// What a proposal is about, where the program has not found it or is wrong.
  struct Target: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The entry that it is about.", valueName: "area/slug"))
    var entry: String?
    @Option(
      name: .long, help: "How it stands towards the proposition: affirms, denies, limits or disputes.", transform: named
    )
    var stance: Statement.Stance?

    func applied(to proposal: Proposal) -> Proposal {
      guard entry != nil || stance != nil else { return proposal }
      return proposal.about(entry ?? proposal.entry, stance: stance ?? proposal.stance)
    }
  }

  /// `vetted review notices`
  struct Notices: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the regulators' alerts of the last 90 days, which nobody has reviewed.")

    @OptionGroup var resources: ResourceOptions

    func run() throws {
      for notice in try resources.refreshStore().notices(on: .today) {
        let names = notice.entries.isEmpty ? "" : "            names \(notice.entries.joined(separator: ", "))\n"
        let head = "\(notice.published)  \(notice.organization)  \(notice.title)\n"
        Console.write("\(head)            \(notice.link)\n\(names)")
      }
    }
  }

  /// `vetted review log`
  struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show who decided what, when and why.")

    @OptionGroup var resources: ResourceOptions

    func run() throws {
      for record in try resources.refreshStore().audit() {
        let time = Date(timeIntervalSince1970: Double(record.time)).formatted(.iso8601)
        let why = record.why.isEmpty ? "" : ": \(record.why)"
        Console.write("\(time)  \(record.who)  \(record.action.rawValue) \(record.subject)\(why)\n")
      }
    }
  }
}

extension ReviewCommand.Filter {
  /// Whether it chooses anything.
  var isSet: Bool {
    feed != nil || organization != nil || area != nil || item != nil || group != nil || relation != nil || harm != nil
  }
}

/// The case with a name.
private func named<Value: RawRepresentable<String> & CaseIterable>(_ name: String) throws -> Value {
  guard let value = Value(rawValue: name) else {
    throw ValidationError("“\(name)” is none of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  return value
}
