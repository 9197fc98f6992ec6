extension ShareAreas {
    static func check(_ areas: [ShareArea], ward: WardShare?) throws(ShareAreasError) {
        var codes: Set<String> = []
        for area in areas {
            guard codes.insert(area.code).inserted else { throw .duplicateCode(area: area.code) }
            guard area.weight.isFinite, area.weight > 0 else { throw .weight(area: area.code) }
            guard area.covariates.count == areas[0].covariates.count, area.covariates.allSatisfy(\.isFinite)
            else { throw .covariates(area: area.code) }
            guard let direct = area.direct else { continue }
            guard direct.share >= 0, direct.share <= 1 else { throw .share(area: area.code) }
            let effective = direct.effectiveSize ?? 1
            guard direct.sampleSize > 0, effective.isFinite, effective > 0,
                direct.samplingFraction >= 0, direct.samplingFraction <= 1
            else { throw .sampleSize(area: area.code) }
        }
        guard areas.contains(where: { $0.direct != nil }) else { throw .noSample }
        guard let ward else { return }
        let error = ward.standardError ?? 1
        guard ward.share > 0, ward.share < 1, error.isFinite, error > 0 else { throw .wardShare }
    }
}
