internal import ArgumentParser
internal import Basics
internal import CSVReader
internal import Foundation
internal import MonthlyAnalysis
internal import SurveyData
internal import SurveyEstimate
internal import SurveyStatistics
internal import VolunteerDeployment

/// Runs a command's work; a mistake becomes one message on standard error and the right exit code (sysexits).
func reportingErrors(_ work: () throws -> Void) throws {
    do {
        try work()
    } catch let exit as ExitCode {
        throw exit
    } catch {
        note("sansang: \(message(of: error))")
        throw ExitCode(exitCode(of: error))
    }
}

/// What a person reads where an input says that it is made up.
let syntheticNote = "SYNTHETIC DATA: an input says that it is made up, and so does everything made of it."

private func message(of error: any Error) -> String {
    switch error {
    case let error as Diagnostic: error.description
    case let error as DeploymentProblemError: error.description
    case let error as DesignError: "the survey's weights or strata: \(error.description)."
    default: "Internal error (\(type(of: error))). Please report it with the command that you ran."
    }
}

private func exitCode(of error: any Error) -> Int32 {
    switch error {
    case let error as Diagnostic: error.code.status.rawValue
    case is DesignError, is DeploymentProblemError: Diagnostic.Status.data.rawValue
    default: 70
    }
}

/// Today by the calendar of the machine, "2025-11-05".
func today() -> String {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    let (year, month, day) = (parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
    return String(format: "%04d-%02d-%02d", year, month, day)
}
