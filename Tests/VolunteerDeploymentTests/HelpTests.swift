import Readiness
import SurveyData
import Testing
import VolunteerDeployment

@Suite struct HelpTests {
    @Test func policeAreSentForTheElectronicIdentityOnly() throws {
        let book = try Playbook.builtIn()
        for step in CascadeStep.barriers where step != .eID {
            #expect(book.help(over: [step], by: .police) == nil)
        }
        #expect(book.help(over: CascadeStep.barriers, by: .police)?.steps == [.eID])
        #expect(book.help(over: [.eID], by: .youth) == nil)
        #expect(book.help(over: [.eID], by: .women) == nil)
    }

    /// fix 0.75, later 0.25: 0.75 + 0.25 · 0.25 − 0.25 = 0.5625.
    @Test func aSingleStepGainsItsFixOverWhatHappensAnyway() throws {
        let help = try #require(try Playbook.builtIn().help(over: [.knowledge], by: .youth))
        #expect(abs(help.addedChance - 0.5625) < 1e-12)
        #expect(help.minutes == 25)
        #expect(help.taskCode == "firstDossier")
    }

    @Test func removingTheBlockerIsWorthSomethingAndTeachingBeforeItLittle() throws {
        let book = try Playbook.builtIn()
        let police = try #require(book.help(over: [.eID, .knowledge], by: .police))
        let youth = try #require(book.help(over: [.eID, .knowledge], by: .youth))
        #expect(abs(police.addedChance - (0.85 + 0.15 * 0.15 - 0.15) * 0.25) < 1e-12)
        #expect(police.addedChance / Double(police.minutes) > youth.addedChance / Double(youth.minutes))
    }

    @Test func withNoOtherHelpAPartOfTheStepsGainsNothing() throws {
        let task = ForceTask(minutes: 10, prior: BetaPrior(a: 1, b: 1), code: "x")
        let settings = PlaybookSettings(
            maximumMinutesShare: 1, longestVisitMinutes: 15, needsProcedure: 1, dossiersCap: 3,
            quotaReach: [:])
        let book = Playbook(
            name: "strict", settings: settings,
            barriers: [
                .eID: BarrierRule(later: 0, tasks: [.police: task]),
                .skill: BarrierRule(later: 0, tasks: [.youth: task]),
                .knowledge: BarrierRule(later: 0, tasks: [.youth: task]),
            ], taskWords: [:])
        #expect(book.help(over: [.eID, .skill], by: .police) == nil)
        let both = try #require(book.help(over: [.knowledge, .skill], by: .youth))
        #expect(both.addedChance == 0.25)
        #expect(both.minutes == 15)
        #expect(both.steps == [.skill, .knowledge])
        #expect(book.gain(of: both, dossiers: 9) == 0.75)
        #expect(book.visit(both, to: .unasked, dossiers: 9) == nil)
    }
}
