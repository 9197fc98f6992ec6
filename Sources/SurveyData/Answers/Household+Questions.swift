/// The questions by name, typed.
extension Household {
    package var smartphone: Answer<YesNo> { choice(.smartphone, YesNo.self) }
    package var computer: Answer<YesNo> { choice(.computer, YesNo.self) }
    package var internet: Answer<AnswerSet<InternetAccess>> { ticked(.internet, InternetAccess.self) }
    package var eID: Answer<EIDLevel> { choice(.eID, EIDLevel.self) }
    package var skills: Answer<AnswerSet<Skill>> { ticked(.skills, Skill.self) }
    package var knowsProcess: Answer<ProcessKnowledge> { choice(.knowsProcess, ProcessKnowledge.self) }
    package var procedures: Answer<AnswerSet<Procedure>> { ticked(.procedures, Procedure.self) }
    package var channel: Answer<Channel> { choice(.channel, Channel.self) }
    package var whoFiled: Answer<Filer> { choice(.whoFiled, Filer.self) }
    package var couldRepeat: Answer<YesNo> { choice(.couldRepeat, YesNo.self) }
    package var statedBarriers: Answer<AnswerSet<StatedBarrier>> { ticked(.barriers, StatedBarrier.self) }
    package var wantsHelp: Answer<YesNo> { choice(.wantsHelp, YesNo.self) }
    package var womenHeaded: Answer<YesNo> { choice(.womenHeaded, YesNo.self) }

    /// Dossiers filed in the reference period, by any channel. "No need" without a number is none.
    package var dossiers: Answer<Double> {
        let answer = number(.proceduresTotal)
        return answer == .missing(.blank) && channel.value == .noNeed ? .given(0) : answer
    }

    /// Of these, filed online. Forms skip the question after none at all: then it is none, not missing.
    package var dossiersOnline: Answer<Double> {
        let answer = number(.proceduresOnline)
        return answer == .missing(.blank) && dossiers == .given(0) ? .given(0) : answer
    }

    /// The forces that may come. No answer is no consent; a general yes does not cover the police.
    package var consentTo: Set<Force> {
        switch choice(.consent, ConsentScope.self).value {
        case .allForces: [.youth, .police, .women]
        case .volunteers: [.youth, .women]
        case .no, nil: []
        }
    }

    /// The forces whose people may be sent here by name: those agreed to, and nobody where the household wants no help.
    package var mayBeVisitedBy: Set<Force> { wantsHelp.value == .no ? [] : consentTo }

    /// The kinds that this household is known to be of.
    package var types: Set<HouseholdType> { Set(HouseholdType.allCases.filter(isOf)) }

    /// Whether the household is known to be of a kind.
    package func isOf(_ type: HouseholdType) -> Bool {
        switch type {
        case .only60Plus:
            guard let size = number(.householdSize).value, let older = number(.people60Plus).value else {
                return false
            }
            return older >= size
        case .womenHeaded: return womenHeaded.value == .yes
        case .withChildren: return number(.children).value.map { $0 > 0 } ?? false
        }
    }
}
