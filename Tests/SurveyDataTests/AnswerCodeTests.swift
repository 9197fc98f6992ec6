import SurveyData
import Testing

@Suite struct AnswerCodeTests {
    private func placesAreThoseOfTheList<Code: AnswerCode>(_ list: Code.Type) -> Bool {
        Code.allCases.enumerated().allSatisfy { $0.element.place == $0.offset }
    }

    @Test func everyCodeKnowsItsPlace() {
        let lists: [any AnswerCode.Type] = [
            YesNo.self, Sex.self, InternetAccess.self, EIDLevel.self, ProcessKnowledge.self, Channel.self,
            Filer.self, Procedure.self, StatedBarrier.self, ConsentScope.self, CollectionMode.self,
            Skill.self,
        ]
        for list in lists {
            let areThose = placesAreThoseOfTheList(list)
            #expect(areThose, "\(list)")
        }
    }

    @Test func aSetHoldsWhatItWasGiven() {
        let set = AnswerSet<Skill>([.sendFile, .findInformation])
        #expect(set.elements == [.findInformation, .sendFile])
        #expect(Skill.allCases.filter(set.contains) == set.elements)
    }
}
