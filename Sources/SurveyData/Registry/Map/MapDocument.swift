internal import Basics

/// The outermost object of a GeoJSON file.
struct MapDocument: Decodable {
    let features: [MapFeature]
    let isSynthetic: Bool

    private enum Key: String, CodingKey {
        case type, features, synthetic
    }

    /// - Throws: `Fault`; where a feature is at fault, its number is the place.
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
            } catch let fault as Fault {
                throw fault.inFeature(features.count + 1)
            } catch let error as DecodingError {
                throw Self.fault(of: error).inFeature(features.count + 1)
            }
        }
        self.features = features
        isSynthetic = (try? values.decode(Bool.self, forKey: .synthetic)) ?? false
    }

    static func notCollection(_ found: String) -> Fault {
        Fault(
            found: found, expected: "a GeoJSON FeatureCollection",
            action: "Save the layer of the residential groups as GeoJSON (in QGIS: Export, Save Features As)."
        )
    }

    private static func fault(of error: DecodingError) -> Fault {
        let path =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context),
                .keyNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath.map(\.stringValue)
            @unknown default: [String]()
            }
        if path.contains("coordinates") { return .notReadable }
        return Fault(
            found: "something that is no GeoJSON feature", expected: "a geometry and properties",
            action: "Save the layer as GeoJSON again.")
    }
}
