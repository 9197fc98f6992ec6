internal import Basics

/// Where the ward's residential groups lie: shapes from a GeoJSON file, joined to the registry.
///
/// - Source: RFC 7946, "The GeoJSON Format", 2016.
package struct WardMap: Sendable, Equatable {
    /// One for each group that has a shape, in the order of the registry.
    package let shapes: [Shape]
    /// Groups of the registry that the file does not show, in the order of the registry.
    package let groupsWithoutShape: [GroupID]
    /// Features that are no group of the registry, in the order of the file.
    package let shapesWithoutGroup: [UnmatchedFeature]
    /// Whether the file says of itself that it is made up (`"synthetic": true`).
    package let isSynthetic: Bool

    /// A place on the earth: degrees, WGS 84.
    package struct Position: Sendable, Hashable {
        /// Degrees east, −180…180.
        package let longitude: Double
        /// Degrees north, −90…90.
        package let latitude: Double

        package init(longitude: Double, latitude: Double) {
            self.longitude = longitude
            self.latitude = latitude
        }
    }

    /// A closed line of three or more positions; the first is not said again at the end.
    package typealias Ring = [Position]

    /// Where one group lies.
    package struct Shape: Sendable, Equatable {
        package let group: GroupID
        /// Each an outer ring, counterclockwise, then its holes, clockwise.
        package let polygons: [[Ring]]
        /// Dots, where the file gives points.
        package let points: [Position]

        package init(group: GroupID, polygons: [[Ring]], points: [Position] = []) {
            self.group = group
            self.polygons = polygons
            self.points = points
        }
    }

    /// A feature that no group of the registry has.
    package struct UnmatchedFeature: Sendable, Equatable {
        /// From 1, in the order of the file.
        package let feature: Int
        /// The code as written; nil where the feature has none.
        package let code: String?
    }

    /// More than any map of a ward holds; what is larger was not thinned out.
    static let mostBytes = 64 << 20

    /// The map in a GeoJSON file: a FeatureCollection of Polygon, MultiPolygon or Point features.
    ///
    /// A feature's group is found by a code among its properties (`group_id`, `ma_tdp`, `code`), else by its names
    /// (`residential_group` and `former_ward`, or `name`, `ten`…), else by `id`. Features of one group are one shape.
    ///
    /// - Throws: `Diagnostic` `.badMap` for a file that is no such map, coordinates that are not WGS 84 degrees, or
    ///   no feature that is a group of the registry; `.tooLarge` above 64 MB.
    package init(bytes: [UInt8], file: String, registry: Registry) throws {
        let collection = try MapCollection(bytes: bytes, file: file)
        let key = MapKey(registry: registry)
        var found: [GroupID: MapGeometry] = [:]
        var unmatched: [UnmatchedFeature] = []
        for (index, feature) in collection.features.enumerated() {
            if let group = key.group(of: feature) {
                found[group, default: MapGeometry()].add(feature.geometry)
            } else {
                unmatched.append(UnmatchedFeature(feature: index + 1, code: feature.writtenCode))
            }
        }
        shapes = registry.groups.compactMap { group in
            guard let geometry = found[group.id], !geometry.isEmpty else { return nil }
            return Shape(group: group.id, polygons: geometry.polygons, points: geometry.points)
        }
        let shown = Set(shapes.map(\.group))
        groupsWithoutShape = registry.groups.map(\.id).filter { !shown.contains($0) }
        shapesWithoutGroup = unmatched
        isSynthetic = collection.isSynthetic
        guard !shapes.isEmpty else {
            throw Self.noneMatched(
                features: collection.features.count, matched: !found.isEmpty, file: file, registry: registry)
        }
    }

    private static func noneMatched(features: Int, matched: Bool, file: String, registry: Registry)
        -> Diagnostic
    {
        let features = "\(features) feature\(features == 1 ? "" : "s")"
        if matched {
            return Diagnostic(
                .badMap, file: file, found: "\(features), all groups among them without a shape",
                expected: "a polygon or a point for each group",
                action: "Save the layer of areas again, with its geometry.")
        }
        let example = registry.groups.first.map { " (as \($0.id.text))" } ?? ""
        return Diagnostic(
            .badMap, file: file,
            found: "\(features), none of them a residential group of the registry",
            expected: "a property group_id with the codes of the groups file\(example)",
            action: "Add group_id to the features, or residential_group and former_ward, and run again.")
    }
}
