/// A closed list of answers to one question. The raw value is the answer's name in a codebook.
package protocol AnswerCode: RawRepresentable<String>, CaseIterable, Hashable, Sendable
where AllCases == [Self] {}

extension AnswerCode {
    /// Position among all cases. The compiler numbers the cases of such a list from 0 in one byte; a search among
    /// `allCases` would take fifty times as long.
    @inlinable package var place: Int { withUnsafeBytes(of: self) { Int($0.first ?? 0) } }
}

package enum YesNo: String, AnswerCode { case yes, no }

package enum Sex: String, AnswerCode { case female, male }

/// `unspecified`: connected, in a survey that does not ask how.
package enum InternetAccess: String, AnswerCode { case fixed, mobile, unspecified, none }

/// The state of the household's VNeID account. Filing online needs `level2`, activated.
package enum EIDLevel: String, AnswerCode { case none, level1, level2Inactive, level2 }

package enum ProcessKnowledge: String, AnswerCode { case yes, partly, no }

package enum Channel: String, AnswerCode { case onlineHome, onlineCentre, inPerson, mixed, noNeed }

/// Who filed the household's online dossiers.
package enum Filer: String, AnswerCode { case `self`, family, assisted, onBehalf, service }

package enum Procedure: String, AnswerCode {
    case certification, birth, residence, marriage, socialBenefit, land, business, other, none
}

/// Why a household did not file online, in its own words (codes).
package enum StatedBarrier: String, AnswerCode {
    case noDevice, noInternet, lowSkills, unknownProcess, fearFraud, noEID, prefersInPerson, other, none
}

/// Who may come: a general yes does not cover the police.
package enum ConsentScope: String, AnswerCode { case volunteers, allForces, no }

/// What came of a household that was drawn. No answer is an interview.
package enum ContactResult: String, AnswerCode { case interviewed, refused, notHome, moved }

/// Where an interview was made. No answer is the door.
package enum CollectionMode: String, AnswerCode { case door, counter, online, phone }
