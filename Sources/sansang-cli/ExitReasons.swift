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
    case let error as CSVReadError: error.description
    case let error as SurveyError: error.description
    case let error as CodebookError: error.description
    case let error as PlaybookError: error.description
    case let error as DeploymentProblemError: error.description
    case let error as AllocationInstanceError: error.description
    case let error as InputError: error.description
    case let error as OutputError: error.description
    case let error as EstimateError: error.description
    case let error as DesignError: "the survey's weights or strata: \(error.description)."
    default: "a bug of ours (\(type(of: error))). Please report it with the command that you ran."
    }
}

private func exitCode(of error: any Error) -> Int32 {
    switch error {
    case let error as CSVReadError:
        switch error.kind {
        case .noInput: 66
        case .unusableData: 65
        case .readFailed: 74
        }
    case is SurveyError, is CodebookError, is DesignError, is PlaybookError, is DeploymentProblemError,
        is AllocationInstanceError:
        65
    case let error as InputError: error.isText ? 65 : 66
    case let error as OutputError: error.isWriteFailure ? 74 : 73
    case let error as EstimateError: error.isUsage ? 64 : 65
    default: 70
    }
}

/// Today by the calendar of the machine, "2025-11-05".
func today() -> String {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    let (year, month, day) = (parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
    return String(format: "%04d-%02d-%02d", year, month, day)
}
