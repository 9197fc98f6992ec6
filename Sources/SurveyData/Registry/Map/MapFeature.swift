internal import Basics

/// One feature of a GeoJSON file: a geometry, and the codes and names that its properties give.
struct MapFeature: Decodable {
    let geometry: MapGeometry
    /// Codes of a group, most telling first.
    let codes: [String]
    /// The feature's own `id`, empty where it has none.
    let id: String
    /// Values that may be a code, or a number that a drawing program gave.
    let identifiers: [String]
    let names: [String]
    let formerWards: [String]
    /// Names of a ward that may be the former one.
    let wards: [String]

    /// What stands for a code in this feature, at most 24 characters; nothing with blanks, which may be a name.
    var writtenCode: String? {
        (codes + identifiers).first { !$0.contains(where: \.isWhitespace) }.map { String($0.prefix(24)) }
    }

    private enum Key: String, CodingKey {
        case id, geometry, properties
    }

    /// Names of properties, folded, most telling first.
    private static let codeKeys = ["group_id", "ma_tdp", "ma_to", "code", "ma"].map(fold)
    private static let nameKeys = [
        "residential_group", "to_dan_pho", "ten_tdp", "ten_to", "tdp", "name", "ten",
    ].map(fold)
    private static let formerWardKeys = ["former_ward", "phuong_cu"].map(fold)
    private static let wardKeys = ["ten_phuong", "phuong", "ward"].map(fold)

    /// - Throws: `Fault` for a geometry that cannot be read.
    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        geometry = try values.decodeIfPresent(MapGeometry.self, forKey: .geometry) ?? MapGeometry()
        let given = try values.decodeIfPresent([String: PropertyText].self, forKey: .properties) ?? [:]
        var properties: [String: String] = [:]
        // Sorted, so that of two spellings of one name it is always the same that counts.
        for (name, value) in given.sorted(by: { $0.key < $1.key }) where !value.text.isEmpty {
            if properties[fold(name)] == nil { properties[fold(name)] = value.text }
        }
        codes = Self.codeKeys.compactMap { properties[$0] }
        names = Self.nameKeys.compactMap { properties[$0] }
        formerWards = Self.formerWardKeys.compactMap { properties[$0] }
        wards = Self.wardKeys.compactMap { properties[$0] }
        id = try values.decodeIfPresent(PropertyText.self, forKey: .id)?.text ?? ""
        identifiers = [properties["id"], id.isEmpty ? nil : id].compactMap(\.self)
    }
}

/// A property's value as text; empty for lists, objects, facts and null, which name no group.
private struct PropertyText: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self.text = composed(trimmed(text))
        } else if let number = try? value.decode(Int.self) {
            text = String(number)
        } else if let number = try? value.decode(Double.self), let whole = Int(exactly: number) {
            text = String(whole)
        } else {
            text = ""
        }
    }
}
