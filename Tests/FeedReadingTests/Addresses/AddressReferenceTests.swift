import Testing

@testable import FeedReading

struct AddressReferenceTests {
  /// Examples of RFC 3986, §5.4.
  @Test(arguments: [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
    ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
    ("g#s", "http://a/b/c/g#s"), (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
    ("..", "http://a/b/"), ("../g", "http://a/b/g"), ("../../../g", "http://a/g"), ("g/./h", "http://a/b/c/g/h"),
    ("g/../h", "http://a/b/c/h"), ("g?y/../x", "http://a/b/c/g?y/../x"),
  ])
  func `a reference is resolved`(reference: String, address: String) {
    #expect(AddressReference.resolve(reference, against: "http://a/b/c/d;p?q") == address)
  }

  @Test func `a reference without a base stays as it is`() {
    #expect(AddressReference.resolve("/a", against: nil) == "/a")
    #expect(AddressReference.resolve("/a", against: "urn:x") == "/a")
    #expect(AddressReference.resolve("b", against: "https://example.org") == "https://example.org/b")
  }
}
