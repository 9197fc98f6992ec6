extension JSONValue {
    /// The key by which a document says that its data are made up; nothing where they are not.
    package static func synthetic(_ isSynthetic: Bool) -> [(String, JSONValue)] {
        isSynthetic ? [("synthetic", .bool(true))] : []
    }
}
