internal import VolunteerDeployment
internal import SurveyStatistics
internal import Readiness
internal import SurveyData

extension LeaderPage {
    /// Two tile maps of the ward's groups: who is ready, and where the visits go.
    var maps: HTML {
        let groups = content.survey.registry.groups
        if groups.isEmpty { return .empty }
        var figures = [
            tileFigure(.mapReady, .mapReadyCaption) { group in
                let direct = content.report.estimate(
                    .cascadeKnowledge, kind: .residentialGroup, code: group.id.text)
                let figure =
                    direct?.isShown == true
                    ? direct : content.report.modelled(.cascadeKnowledge, group: group.id.text)
                guard let share = figure?.shown?.value else {
                    return (nil, "", direct.map(words.hidden) ?? words.text(.noData))
                }
                return (
                    min(4, Int(share * 100) / 15), words.numbers.integer(Int((share * 100).rounded())),
                    words.numbers.percent(share)
                )
            }
        ]
        if let plan = content.deployment?.plan {
            let visits = plan.visits.reduce(into: [GroupID: Int]()) {
                $0[$1.group, default: 0] += 1
            }
            let most = max(1, visits.values.max() ?? 1)
            figures.append(
                tileFigure(.mapPlan, .mapPlanCaption) { group in
                    let count = visits[group.id] ?? 0
                    let text = words.numbers.integer(count)
                    return (count == 0 ? nil : min(4, count * 5 / (most + 1)), text, text)
                })
        }
        return .element("div", [("class", "charts")], figures)
    }

    private func tileFigure(
        _ title: Word, _ caption: Word,
        _ face: (ResidentialGroup) -> (shade: Int?, figure: String, spoken: String)
    ) -> HTML {
        let registry = content.survey.registry
        let map = TileMap(
            blocks: registry.formerWards.map { ward in
                TileMap.Block(
                    title: ward,
                    tiles: registry.groups.filter { $0.formerWard == ward }.map { group in
                        let tile = face(group)
                        return TileMap.Tile(
                            name: shortName(group), figure: tile.figure, shade: tile.shade,
                            title: "\(group.label): \(tile.spoken)")
                    })
            })
        let text = words.text(title)
        return .element(
            "figure", [],
            [
                .element("h3", text: text), map.drawing(description: text),
                .element("figcaption", text: words.text(caption)),
            ])
    }

    /// The number in "Tổ 3", else the first letters of the name.
    private func shortName(_ group: ResidentialGroup) -> String {
        let digits = group.name.filter(\.isNumber)
        return digits.isEmpty ? String(group.name.prefix(6)) : digits
    }
}
