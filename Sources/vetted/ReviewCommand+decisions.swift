import ArgumentParser
import KnowledgeRefresh

extension ReviewCommand {
  /// `vetted review accept`
  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Accept proposals: their statements go into the files of their entries.",
      discussion: """
        With filters instead of numbers, all open proposals are meant that they choose, as with --group "Gout" all that a \
        health topic says. What conflicts with an active statement, or is about no entry, is then left open, to be decided by \
        itself; so is what cannot be accepted, with the reason.
        """)

    @Argument(help: "Numbers of proposals.")
    var ids: [Int] = []
    @OptionGroup var ending: Ending
    @OptionGroup var filter: Filter
    @OptionGroup var reviewer: Reviewer
    @OptionGroup var resources: ResourceOptions

    func run() throws {
      let store = try resources.refreshStore()
      let acceptance = ending.acceptance(by: try reviewer.name())
      let desk = try resources.reviewDesk()
      let bar = ProgressBar(unit: "proposals", leastTotal: 100)
      var status = ExitStatus.clean
      let chosen = try chosen(from: store)
      for (index, proposal) in chosen.enumerated() {
        do {
          let plan = try desk.accept(ending.target.applied(to: proposal), acceptance)
          Console.write(plan.map { "\(proposal.id): accepted into \($0.entry)\n" } ?? Self.seconding(proposal))
        } catch let error as KnowledgeRefreshError {
          Console.tell("\(error)")
          status = .failed
        }
        bar.show(index + 1, of: chosen.count, "last \(proposal.id)")
      }
      Console.endProgress()
      _ = try resources.pack()
      try status.exit()
    }

    private func chosen(from store: RefreshStore) throws -> [Proposal] {
      if !ids.isEmpty { return try ids.map { try store.proposal($0) } }
      guard filter.isSet else { throw ValidationError("name proposals by their numbers, or choose them by a filter") }
      let found = filter.applied(to: try store.proposals())
      guard !found.isEmpty else { throw ValidationError("no open proposal is what the filters ask for") }
      guard ending.resolution == .added else { return found }
      let plain = found.filter { [.agrees, .touches].contains($0.relation) }
      if plain.count < found.count {
        let rest = found.count - plain.count
        Console.tell("\(rest) left open, to be decided one by one: they conflict or are about no entry")
      }
      return plain
    }

    static func seconding(_ proposal: Proposal) -> String {
      "\(proposal.id): noted; the harm is high or the verdict changes, so a second person has to accept it\n"
    }
  }

  /// `vetted review edit`
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Accept a proposal with changes made in $EDITOR, or begin a new entry with it.",
      discussion: """
        Opens the file of the entry as accepting would leave it; with an --entry that there is not yet, the outline of a new \
        one, which two people have to accept. An unchanged or empty file accepts nothing. What would break a rule is refused and \
        kept, to be mended and given with --file.
        """)

    @Argument(help: "The number of a proposal.")
    var id: Int
    @Option(name: .long, help: "A file in the place of the editor.")
    var file: String?
    @OptionGroup var ending: Ending
    @OptionGroup var reviewer: Reviewer
    @OptionGroup var resources: ResourceOptions

    func run() throws {
      let proposal = ending.target.applied(to: try resources.refreshStore().proposal(id))
      var acceptance = ending.acceptance(by: try reviewer.name())
      let desk = try resources.reviewDesk()
      let draft = try desk.draft(proposal, acceptance)
      let edited = try file.map(Self.text) ?? TextEditor().edited(draft.after, name: draft.entry)
      guard !edited.isEmpty, edited != draft.before, !draft.before.isEmpty || edited != draft.after else {
        Console.write("\(id): left open, for nothing was changed\n")
        return
      }
      acceptance.edit = Acceptance.Edit(entry: draft.entry, before: draft.before, after: edited)
      do {
        let done = try desk.accept(proposal, acceptance)
        Console.write(done.map { "\(id): accepted into \($0.entry)\n" } ?? Accept.seconding(proposal))
      } catch let error as KnowledgeRefreshError where file == nil {
        Console.tell("\(error)")
        let kept = try TextEditor.keep(edited, name: draft.entry)
        Console.tell("what you wrote is kept in \(kept): mend it and give it with --file")
        try ExitStatus.failed.exit()
      }
      _ = try resources.pack()
    }

    private static func text(ofFileAt path: String) throws -> String {
      String(decoding: try ByteSource(path: path).readAll(limit: InputReader.byteLimit).bytes, as: UTF8.self)
    }
  }

  /// `vetted review reject`
  struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reject proposals, so that they and their rewordings do not come back.")

    @Argument(help: "Numbers of proposals.")
    var ids: [Int]
    @Option(name: .long, help: "Why.")
    var reason: String
    @OptionGroup var reviewer: Reviewer
    @OptionGroup var resources: ResourceOptions

    func run() throws {
      let (store, desk, who) = (try resources.refreshStore(), try resources.reviewDesk(), try reviewer.name())
      for id in ids {
        try desk.reject(try store.proposal(id), reason: reason, by: who)
        Console.write("\(id): rejected\n")
      }
    }
  }
}
