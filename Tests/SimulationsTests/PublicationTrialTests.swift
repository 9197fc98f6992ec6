import Readiness
import Testing

@testable import Simulations

/// What a reader of several public pages works out; the 1,000 draws are run by `Simulations publication`.
@Suite struct PublicationTrialTests {
    @Test(
        "under the release rule no small count of late, new or lost households is known closely",
        arguments: 1...8)
    func nothingIsWorkedOut(seed: UInt64) throws {
        for trial in PublicationTrial.all.prefix(3) {
            let outcome = try trial.run(seed: seed)
            #expect(outcome.ledger.exposed == 0, "\(trial.name), seed \(seed): \(outcome.ledger.text)")
        }
    }

    @Test("nor from six pages, without and with weights")
    func sixPages() throws {
        for (trial, seed) in zip(PublicationTrial.all.suffix(2), [3, 4] as [UInt64]) {
            var trial = trial
            trial.formerWards = 2...2
            let outcome = try trial.run(seed: seed)
            #expect(outcome.ledger.exposed == 0, "\(trial.name), seed \(seed): \(outcome.ledger.text)")
        }
    }

    @Test("the attack finds counts where every run's page is published")
    func theAttackIsOne() throws {
        var found = 0
        for seed in 1...8 as ClosedRange<UInt64> {
            found += try PublicationTrial.all[0].run(seed: seed).everyPage.recovered
        }
        #expect(found > 0, "seeds 1…8")
    }
}
