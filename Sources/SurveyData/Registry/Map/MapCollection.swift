internal import Basics
internal import Foundation

/// The features of a GeoJSON file, as the file gives them.
struct MapCollection {
    let features: [MapFeature]
    let isSynthetic: Bool

    /// - Throws: `Diagnostic` `.badMap` or `.tooLarge`.
    init(bytes: [UInt8], file: String) throws {
        guard bytes.count <= WardMap.mostBytes else {
            throw Diagnostic(
                .tooLarge, file: file, found: "\(bytes.count >> 20) MB", expected: "at most 64 MB",
                action: "Simplify the lines of the layer (to about 5 m) and save it again.")
        }
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
        // The decoder lets wrong bytes in names pass, which then match nothing.
        guard String(validating: text, as: UTF8.self) != nil else {
            let broken = MapTextFault(text)
            throw broken.fault.inMap(file, line: broken.line)
        }
        let document: MapDocument
        do {
            document = try JSONDecoder().decode(MapDocument.self, from: Data(text))
        } catch let fault as Fault {
            throw fault.inMap(file)
        } catch DecodingError.dataCorrupted {
            let broken = MapTextFault(text)
            throw broken.fault.inMap(file, line: broken.line)
        } catch {
            throw MapDocument.notCollection("something else").inMap(file)
        }
        features = document.features
        isSynthetic = document.isSynthetic
        try refuseRepeatedIDs(file: file)
        try refuseFarAway(file: file)
    }

    /// Two features with one `id` are a copy that was never given its own; parts of a group have its code in `group_id`.
    private func refuseRepeatedIDs(file: String) throws {
        var seen: [String: Int] = [:]
        for (index, feature) in features.enumerated() where !feature.id.isEmpty && feature.codes.isEmpty {
            guard let other = seen.updateValue(index + 1, forKey: codeKey(feature.id)) else { continue }
            throw Fault(
                found: "the id \(shownWord(feature.id)), which is also that of feature \(other),",
                expected: "an id of its own for each feature, or a group_id for the parts of one group",
                action: "Correct the id."
            ).inFeature(index + 1).inMap(file)
        }
    }

    /// A ward is small: a place far from all others is a slip, and would shrink the rest to a dot.
    private func refuseFarAway(file: String) throws {
        let first = features.lazy.compactMap(\.geometry.anyPosition)
        let latitudes = first.map(\.latitude).sorted()
        let longitudes = first.map(\.longitude).sorted()
        guard !latitudes.isEmpty else { return }
        let latitude = latitudes[latitudes.count / 2]
        let longitude = longitudes[longitudes.count / 2]
        for (index, feature) in features.enumerated() {
            let isFar = feature.geometry.contains {
                abs($0.latitude - latitude) > 10 || abs($0.longitude - longitude) > 10
            }
            if isFar {
                throw Fault(
                    found: "a place more than 10° from the others", expected: "places of one ward",
                    action: "Correct the coordinates, longitude before latitude."
                ).inFeature(index + 1).inMap(file)
            }
        }
    }
}

extension MapGeometry {
    fileprivate var anyPosition: WardMap.Position? { polygons.first?.first?.first ?? points.first }

    fileprivate func contains(where fact: (WardMap.Position) -> Bool) -> Bool {
        points.contains(where: fact)
            || polygons.contains { $0.contains { $0.contains(where: fact) } }
    }
}
