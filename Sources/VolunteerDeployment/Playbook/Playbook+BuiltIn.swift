extension Playbook {
    /// The ward's own playbook, carried inside the program.
    ///
    /// - Throws: `PlaybookError` if the program was built with a broken playbook; a test reads it.
    package static func builtIn() throws(PlaybookError) -> Playbook {
        try Playbook(
            yaml: String(decoding: PackageResources.ward_yaml, as: UTF8.self), file: "built-in playbook")
    }
}
