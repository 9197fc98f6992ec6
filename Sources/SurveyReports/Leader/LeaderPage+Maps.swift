internal import VolunteerDeployment
internal import SurveyStatistics
internal import Readiness
internal import SurveyData

extension LeaderPage {
    /// Two maps of the ward's groups: who is ready, and where the visits go.
    var maps: HTML {
        let groups = content.survey.registry.groups
        if groups.isEmpty { return .empty }
        let interviews = content.survey.interviewsByGroup
        var figures = [
            mapFigure(
                .mapReady, .mapReadyCaption,
                legend: (0..<5).map { "\($0 * 15)" + ($0 < 4 ? "–\($0 * 15 + 14)" : "+") }, unit: "%"
            ) { group in
                let direct = content.report.estimate(
                    .cascadeKnowledge, kind: .residentialGroup, code: group.id.text)
                let known = content.report.known(.cascadeKnowledge, group: group.id.text)
                // What a model says of groups where nobody was asked is no figure of theirs.
                guard interviews[group.id] != nil else {
                    return (nil, false, "", words.text(.mapNoInterviews))
                }
                guard let share = known?.shown?.value else {
                    return (nil, false, "", direct.map(words.hidden) ?? words.text(.noData))
                }
                let percent = Int((share * 100).rounded())
                return (
                    min(4, percent / 15), true, words.numbers.integer(percent), words.numbers.percent(share)
                )
            }
        ]
        if let plan = content.deployment?.plan {
            let visits = plan.visits.reduce(into: [GroupID: Int]()) {
                $0[$1.group, default: 0] += 1
            }
            let most = max(1, visits.values.max() ?? 1)
            figures.append(
                mapFigure(
                    .mapPlan, .mapPlanCaption,
                    legend: (0..<5).map { shade in
                        // The counts whose fifth is this one.
                        let own = (1...most).filter { min(4, $0 * 5 / (most + 1)) == shade }
                        guard let first = own.first, let last = own.last else { return "" }
                        return first == last ? "\(first)" : "\(first)–\(last)"
                    }, unit: "", plain: .legendNoVisits, none: .legendNoInterviews
                ) { group in
                    let count = visits[group.id] ?? 0
                    let text = words.numbers.integer(count)
                    guard interviews[group.id] != nil else {
                        return (nil, false, text, "\(text) (\(words.text(.mapNoInterviews)))")
                    }
                    return (count == 0 ? nil : min(4, count * 5 / (most + 1)), true, text, text)
                })
        }
        return .element("div", [("class", "charts")], figures)
    }

    private func mapFigure(
        _ title: Word, _ caption: Word, legend: [String], unit: String, plain: Word? = nil,
        none: Word = .legendNone,
        _ face: (ResidentialGroup) -> (shade: Int?, hasData: Bool, figure: String, spoken: String)
    ) -> HTML {
        let tiles = content.survey.registry.groups.map { group in
            let face = face(group)
            return (
                group: group,
                tile: TileMap.Tile(
                    name: shortName(group), figure: face.figure, shade: face.shade,
                    hasData: face.hasData, title: "\(group.label): \(face.spoken)")
            )
        }
        let text = words.text(title)
        var notes = [words.text(caption)]
        var drawing = content.map.map { map in
            let byGroup = Dictionary(tiles.map { ($0.group.id, $0) }, uniquingKeysWith: { first, _ in first })
            if map.isSynthetic { notes.append(words.text(.mapSynthetic)) }
            if !map.groupsWithoutShape.isEmpty {
                notes.append(
                    words.text(
                        .mapWithoutShape, ["count": words.numbers.integer(map.groupsWithoutShape.count)]))
            }
            return MapDrawing(
                areas: map.shapes.compactMap { shape in
                    byGroup[shape.group].map {
                        .init(shape: shape, tile: $0.tile, formerWard: $0.group.formerWard)
                    }
                }
            ).drawing(description: text)
        }
        if drawing == nil {
            drawing = TileMap(
                blocks: content.survey.registry.formerWards.map { ward in
                    .init(
                        title: ward, tiles: tiles.filter { $0.group.formerWard == ward }.map(\.tile))
                }
            ).drawing(description: text)
        }
        return .element(
            "figure", [],
            [
                .element("h3", text: text), drawing ?? .empty,
                self.legend(legend, unit: unit, plain: plain, none: none),
                .element("figcaption", text: notes.joined(separator: " ")),
            ])
    }

    /// What each shade stands for.
    private func legend(_ labels: [String], unit: String, plain: Word?, none: Word) -> HTML {
        let shades = labels.enumerated().filter { !$0.element.isEmpty }.map { shade, label in
            HTML.element(
                "span", [],
                [
                    .element("span", [("class", "swatch swatch\(shade)")], text: "\u{A0}\u{A0}\u{A0}"),
                    .text("\u{A0}\(label)\(unit)"),
                ])
        }
        func swatch(_ style: String, _ word: Word) -> HTML {
            .element(
                "span", [],
                [
                    .element("span", [("class", style)], text: "\u{A0}\u{A0}\u{A0}"),
                    .text("\u{A0}" + words.text(word)),
                ])
        }
        let others = (plain.map { [swatch("swatch", $0)] } ?? []) + [swatch("swatch swatch-none", none)]
        return .element("p", [("class", "soft")], [.join(shades + others, separator: "  ")])
    }

    /// The number in "Tổ 3", else the first letters of the name.
    private func shortName(_ group: ResidentialGroup) -> String {
        let digits = group.name.filter(\.isNumber)
        return digits.isEmpty ? String(group.name.prefix(6)) : digits
    }
}
