internal import Basics
internal import CZip

/// A ZIP archive in memory, of which single files are unpacked in pieces.
@safe struct ZipArchive: ~Copyable {
    private let archive: OpaquePointer
    private let file: String

    /// - Throws: `Diagnostic` `.unusableData` where the bytes are no whole archive.
    init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        self.file = file
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
        unsafe memory.copyBytes(from: bytes)
        var error = unsafe zip_error_t()
        // The archive frees the memory, also where it cannot be opened.
        guard
            let source = unsafe zip_source_buffer_create(
                memory.baseAddress, zip_uint64_t(bytes.count), 0, &error)
        else {
            unsafe memory.deallocate()
            throw Self.damaged(file)
        }
        guard let opened = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
            unsafe zip_source_free(source)
            unsafe memory.deallocate()
            throw Self.damaged(file)
        }
        unsafe archive = opened
        unsafe self.memory = memory
    }

    private let memory: UnsafeMutableRawBufferPointer

    deinit {
        unsafe zip_discard(archive)
        unsafe memory.deallocate()
    }

    /// Whether the archive has a file of this name.
    func has(_ name: String) -> Bool { unsafe zip_name_locate(archive, name, 0) >= 0 }

    /// A file unpacked, piece by piece; `take` says whether it needs more. The rest is unpacked all the same, since the
    /// checksum is compared at its end.
    ///
    /// - Throws: `Diagnostic` `.unusableData` where it is encrypted, damaged, or far larger than a sheet can be.
    func read(
        _ name: String, _ take: (UnsafeRawBufferPointer) throws(Diagnostic) -> Bool
    ) throws(Diagnostic) {
        let index = unsafe zip_name_locate(archive, name, 0)
        guard index >= 0 else { throw missing(name) }
        var entry = unsafe zip_stat_t()
        guard unsafe zip_stat_index(archive, zip_uint64_t(index), 0, &entry) == 0 else {
            throw Self.damaged(file)
        }
        try unsafe requireReadable(entry)
        guard let open = unsafe zip_fopen_index(archive, zip_uint64_t(index), 0) else {
            throw Self.damaged(file)
        }
        defer { unsafe zip_fclose(open) }
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 1)
        defer { unsafe piece.deallocate() }
        var size = 0
        var isWanted = true
        while true {
            let got = unsafe Int(zip_fread(open, piece.baseAddress, zip_uint64_t(piece.count)))
            guard got >= 0 else { throw Self.damaged(file) }
            if got == 0 { return }
            size += got
            // The archive's own word on its size need not be true.
            guard unsafe size <= Int(clamping: entry.size) else { throw Self.damaged(file) }
            if isWanted { isWanted = try unsafe take(UnsafeRawBufferPointer(rebasing: piece[..<got])) }
        }
    }

    private func requireReadable(_ entry: zip_stat_t) throws(Diagnostic) {
        guard unsafe entry.encryption_method == UInt16(ZIP_EM_NONE) else {
            throw Diagnostic(
                .unusableData, file: file, found: "a workbook that is protected by a password",
                expected: "one without", action: "Open it in Excel, remove the password, and save it again.")
        }
        try requireUsual(
            size: Int(clamping: unsafe entry.size), packed: Int(clamping: unsafe entry.comp_size))
    }

    /// Sheets pack to about a tenth; a file that unpacks to hundreds of times its size is no survey.
    private func requireUsual(size: Int, packed: Int) throws(Diagnostic) {
        let isBomb = size > Self.anySize && size / max(1, packed) > Self.mostTimes
        guard isBomb || size > Self.largest else { return }
        throw Diagnostic(
            .unusableData, file: file,
            found: "a workbook with a part that unpacks to over \(size >> 20) megabytes, "
                + "\(size / max(1, packed)) times its size",
            expected: "a sheet of households",
            action: "Copy the households into a new workbook, or export them as CSV.")
    }

    private static let anySize = 16 << 20
    private static let mostTimes = 100
    private static let largest = 1 << 30

    private func missing(_ name: String) -> Diagnostic {
        Diagnostic(
            .unusableData, file: file, found: "a workbook without its part \(name)",
            expected: "a whole workbook", action: "Open it in Excel and save it again as .xlsx.")
    }

    static func damaged(_ file: String) -> Diagnostic {
        Diagnostic(
            .unusableData, file: file, found: "a workbook that cannot be unpacked",
            expected: "a whole .xlsx file",
            action: "Copy or download it again; if it opens in Excel, save it there once more.")
    }
}
