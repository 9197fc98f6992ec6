internal import Basics

/// The outermost object of a GeoJSON file.
struct MapDocument: Decodable {
    let features: [MapFeature]
    let isSynthetic: Bool

    private enum Key: String, CodingKey {
        case type, features, synthetic
    }

    /// - Throws: `MapFault`, or `NumberedFault` where a feature is at fault.
    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let type = (try? values.decode(String.self, forKey: .type)) ?? ""
        guard type == "FeatureCollection" else {
            throw Self.notCollection(type.isEmpty ? "JSON without a type" : shown(type))
        }
        guard var list = try? values.nestedUnkeyedContainer(forKey: .features) else {
            throw Self.notCollection("no list of features")
        }
        var features: [MapFeature] = []
        while !list.isAtEnd {
            do {
                features.append(try list.decode(MapFeature.self))
            } catch let fault as MapFault {
                throw NumberedFault(fault: fault, feature: features.count + 1)
            } catch let error as DecodingError {
                throw NumberedFault(fault: Self.fault(of: error), feature: features.count + 1)
            }
        }
        self.features = features
        isSynthetic = (try? values.decode(Bool.self, forKey: .synthetic)) ?? false
    }

    static func notCollection(_ found: String) -> MapFault {
        MapFault(
            found: found, expected: "a GeoJSON FeatureCollection",
            action: "Save the layer of the residential groups as GeoJSON (in QGIS: Export, Save Features As)."
        )
    }

    private static func fault(of error: DecodingError) -> MapFault {
        let path =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context),
                .keyNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath.map(\.stringValue)
            @unknown default: [String]()
            }
        if path.contains("coordinates") { return .notReadable }
        return MapFault(
            found: "something that is no GeoJSON feature", expected: "a geometry and properties",
            action: "Save the layer as GeoJSON again.")
    }
}

/// What is wrong in a map, and in which feature, from 1.
struct NumberedFault: Error {
    let fault: MapFault
    let feature: Int
}
