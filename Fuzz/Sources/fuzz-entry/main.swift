import KnowledgeBase

/// Reads the input as every kind of file that the knowledge base has.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  _ = EntryFile.read(bytes, path: "entries/area/slug.yaml", id: "area/slug")
  _ = RetiredFile.read(bytes, path: "retired/area/slug.yaml", id: "area/slug")
  _ = OrganizationFile.read(bytes, path: "organizations/id.yaml", id: "id")
  _ = FeedFile.read(bytes, path: "feeds/id.yaml", id: "id")
  return 0
}
