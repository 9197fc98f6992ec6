/// One digital activity done in the last three months.
///
/// - Source: ITU, Manual for Measuring ICT Access and Use (2020), indicator HH15; SDG 4.4.1.
package enum Skill: String, AnswerCode {
    case findInformation, verifyInformation, call, sendFile, copyPaste, editDocument
    case changePassword, privacySettings, installApp, onlinePayment, none

    /// The ITU area that the activity belongs to; nil for "none of these".
    package var area: SkillArea? {
        switch self {
        case .findInformation, .verifyInformation: .information
        case .call, .sendFile: .communication
        case .copyPaste, .editDocument: .contentCreation
        case .changePassword, .privacySettings: .safety
        case .installApp, .onlinePayment: .problemSolving
        case .none: nil
        }
    }
}

/// The five areas of digital skill that ITU reports.
package enum SkillArea: String, CaseIterable, Hashable, Sendable, Codable {
    case information, communication, contentCreation, safety, problemSolving

    /// The activities of each area, as bits of an answer.
    fileprivate static let activities = allCases.map { area in
        AnswerSet(Skill.allCases.filter { $0.area == area }).bits
    }
    fileprivate static let order = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}

/// Skill in one area, or overall: 0, 1, or 2 and more activities.
///
/// ITU's thresholds; Eurostat's differ.
package enum SkillLevel: Int, Comparable, Sendable {
    case none, basic, aboveBasic

    package init(activities: Int) {
        self = activities == 0 ? .none : activities == 1 ? .basic : .aboveBasic
    }

    package static func < (left: SkillLevel, right: SkillLevel) -> Bool { left.rawValue < right.rawValue }
}

extension AnswerSet<Skill> {
    /// The level in one area.
    package func level(in area: SkillArea) -> SkillLevel {
        SkillArea.order[area].map { level(at: $0) } ?? .none
    }

    private func level(at place: Int) -> SkillLevel {
        SkillLevel(activities: (bits & SkillArea.activities[place]).nonzeroBitCount)
    }

    /// Any activity at all: "none of these" is no activity.
    package var hasActivity: Bool { SkillArea.activities.contains { bits & $0 != 0 } }

    /// The lowest level of the five areas: "basic" needs an activity in each of them.
    package var overallLevel: SkillLevel {
        SkillArea.activities.indices.reduce(.aboveBasic) { Swift.min($0, level(at: $1)) }
    }
}
