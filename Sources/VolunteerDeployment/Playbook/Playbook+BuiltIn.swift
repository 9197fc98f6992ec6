package import Basics

extension Playbook {
    /// The ward's own playbook, carried inside the program.
    ///
    /// - Throws: `Diagnostic` if the program was built with a broken playbook; a test reads it.
    package static func builtIn() throws(Diagnostic) -> Playbook {
        try Playbook(
            yaml: String(decoding: PackageResources.ward_yaml, as: UTF8.self), file: "built-in playbook")
    }
}
