extension Codebook {
    /// The ward's own questionnaire, carried inside the program.
    ///
    /// - Throws: `CodebookError` if the program was built with a broken codebook; a test reads it.
    package static func builtIn() throws -> Codebook {
        try Codebook(
            yaml: String(decoding: PackageResources.ward_yaml, as: UTF8.self), file: "built-in codebook")
    }
}
