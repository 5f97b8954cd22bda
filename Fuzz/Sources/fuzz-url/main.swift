import WebFetching

/// Reads the bytes as an address and, behind a line break, as one relative to it. The normal form must be ASCII and
/// read as itself, and the policy must judge both forms alike.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: data, count: count), as: UTF8.self)
  let lines = text.split(separator: "\n", maxSplits: 1).map(String.init)
  guard let first = lines.first, let base = WebAddress(first) else { return 0 }
  let relative = lines.count > 1 ? WebAddress(lines[1], relativeTo: base) : nil
  for address in [base, relative].compactMap(\.self) {
    let form = address.description
    precondition(form.utf8.allSatisfy { $0 < 0x80 }, "not ASCII: \(form)")
    precondition(WebAddress(form) == address, "reads differently: \(form)")
    let policy = AddressPolicy()
    precondition((policy.refusal(of: address) == nil) == (policy.decision(on: form) == .allowed(address)), form)
  }
  return 0
}
