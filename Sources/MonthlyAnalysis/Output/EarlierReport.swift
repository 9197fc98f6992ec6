internal import Foundation

/// Reports of version 0.1.0, which left no list of its files: told by their names and by what summary.json says.
enum EarlierReport {
    /// Whether the folder holds nothing but such a report; else the first path that 0.1.0 does not write.
    static func foreign(in contents: FolderContents, of folder: DiskPath) -> DiskPath? {
        if let foreign = contents.entries.first(where: { !isName($0) }) { return foreign.path }
        return isSummary(folder.appending("summary.json").contents) ? nil : DiskPath("summary.json")
    }

    /// Whether 0.1.0 gives this name to a file, or to a folder.
    static func isName(_ entry: FolderContents.Entry) -> Bool {
        guard let path = String(validating: entry.path.bytes, as: UTF8.self) else { return false }
        if entry.status.isFolder { return folders.contains(path) }
        return unsafe entry.status.isFile && path.wholeMatch(of: files) != nil
    }

    private static let folders: Set = [
        "leader", "public", "groups", "volunteers", "officer", "officer/tables", ".pdf",
    ]

    private nonisolated(unsafe) static let files =
        /summary\.json|leader\/(leader(\.vi|\.en)?\.html|leader\.(xlsx|pdf)|message\.txt|card\.png)|public\/public\.html|(groups|volunteers)\/[0-9A-Za-z_-]+\.(html|pdf)|volunteers\/assignments\.csv|officer\/(summary(\.schema)?\.json|quality\.html|(rejected|revisits|changes|outreach|needs|plan-changes)\.csv|tables\/[A-Za-z]+\.csv)|\.pdf\/[a-z]+[0-9]*\.(pdf|html|png)(\.json|\.stamps)*/

    private static func isSummary(_ bytes: [UInt8]?) -> Bool {
        guard let bytes,
            let document = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        else { return false }
        return document["schemaVersion"] as? Int == 1 && document["estimates"] is [Any]
    }
}
