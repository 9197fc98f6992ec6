internal import Basics

/// Finds the group of the registry that a feature of a map means.
struct MapKey {
    private let registry: Registry
    private let byCode: [String: GroupID]

    init(registry: Registry) {
        self.registry = registry
        byCode = Dictionary(
            registry.groups.map { (fold($0.id.text), $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    /// By a code of its own, else by its names, else by its number in the file's table.
    ///
    /// Names go before `id`: drawing programs number features from 1, and "3" may be another group's code.
    func group(of feature: MapFeature) -> GroupID? {
        named(by: feature.codes) ?? group(ofNamesIn: feature) ?? named(by: feature.identifiers)
    }

    private func named(by codes: [String]) -> GroupID? {
        codes.lazy.compactMap { byCode[fold($0)] }.first
    }

    private func group(ofNamesIn feature: MapFeature) -> GroupID? {
        for name in feature.names {
            for ward in feature.formerWards + feature.wards {
                if let group = registry.group(named: name, formerWard: ward) { return group.id }
            }
            // "phuong" may be the ward of today, the same in every feature: then the name alone must do.
            if feature.formerWards.isEmpty, let group = registry.group(named: name, formerWard: nil) {
                return group.id
            }
        }
        return nil
    }
}
