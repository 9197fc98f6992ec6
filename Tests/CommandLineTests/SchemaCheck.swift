import Foundation

/// The part of JSON Schema that our schema uses: enough to say where a document breaks it.
struct SchemaCheck {
    private let root: [String: Any]

    init(_ schema: [String: Any]) { root = schema }

    /// The places that break the schema; empty if none does.
    func breaches(_ value: Any) -> [String] { check(value, root, at: "$") }

    private func check(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
        if let name = (schema["$ref"] as? String)?.split(separator: "/").last,
            let target = (root["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
        {
            return check(value, target, at: path)
        }
        var breaches: [String] = []
        if let options = schema["oneOf"] as? [[String: Any]] {
            let matches = options.count { check(value, $0, at: path).isEmpty }
            if matches != 1 { breaches.append("\(path): \(matches) of oneOf") }
        }
        let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
        if !types.isEmpty, !types.contains(where: { isA($0, value) }) {
            breaches.append("\(path): no \(types)")
        }
        if let values = schema["enum"] as? [Any], !values.contains(where: { isEqual($0, value) }) {
            breaches.append("\(path): not in enum")
        }
        if let constant = schema["const"], !isEqual(constant, value) { breaches.append("\(path): not const") }
        if let least = schema["minimum"] as? Double, let number = value as? NSNumber,
            number.doubleValue < least
        {
            breaches.append("\(path): under \(least)")
        }
        if let object = value as? [String: Any] { breaches += check(object: object, schema, at: path) }
        if let items = value as? [Any], let each = schema["items"] as? [String: Any] {
            for (place, item) in items.enumerated() { breaches += check(item, each, at: "\(path)[\(place)]") }
        }
        if let condition = schema["if"] as? [String: Any] {
            let branch = check(value, condition, at: path).isEmpty ? "then" : "else"
            if let next = schema[branch] as? [String: Any] { breaches += check(value, next, at: path) }
        }
        return breaches
    }

    private func check(object: [String: Any], _ schema: [String: Any], at path: String) -> [String] {
        var breaches: [String] = []
        let properties = schema["properties"] as? [String: Any] ?? [:]
        for key in schema["required"] as? [String] ?? [] where object[key] == nil {
            breaches.append("\(path): no \(key)")
        }
        for (key, value) in object.sorted(by: { $0.key < $1.key }) {
            if let own = properties[key] as? [String: Any] {
                breaches += check(value, own, at: "\(path).\(key)")
            } else if schema["additionalProperties"] as? Bool == false {
                breaches.append("\(path): unknown \(key)")
            } else if let other = schema["additionalProperties"] as? [String: Any] {
                breaches += check(value, other, at: "\(path).\(key)")
            }
        }
        return breaches
    }

    private func isA(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "null": value is NSNull
        case "string": value is String
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "boolean": isBool(value)
        case "number": value is NSNumber && !isBool(value)
        case "integer":
            (value as? NSNumber).map { !isBool(value) && $0.doubleValue == $0.doubleValue.rounded() } ?? false
        default: false
        }
    }

    private func isBool(_ value: Any) -> Bool {
        guard let number = value as? NSNumber else { return false }
        return String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
    }

    private func isEqual(_ left: Any, _ right: Any) -> Bool {
        (left as? NSObject) == (right as? NSObject) || (left is NSNull && right is NSNull)
    }
}
