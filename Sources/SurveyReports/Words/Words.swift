package import SurveyData

/// Every text that readers see, by language. A key without a text in a language is a failed test.
package enum Word: String, CaseIterable, Sendable {
    /// What stands on everything that is made of made-up data.
    case syntheticMark
    case pageTitle, subtitle, subtitleWithoutGroups, subtitleSample, otherLanguage, headlineLabel,
        headlineBase,
        headlineTarget, monthInSentences
    case chartUptake, chartUptakeCaption, chartCascade, chartCascadeCaption, chartFiling
    case chartFilingCaption, chartBarriers, chartBarriersCaption, chartAccess, chartAccessCaption
    case mapReady, mapReadyCaption, mapPlan, mapPlanCaption, whoGoesWhere, planIntro, planValue
    case planGroupsKept, planGroupsMissed, planTypeKept, planTypeMissed, planTypeNone, planStability
    case listSession, listSessionText, listSessionTime, listWhy, listWhyHome, listWhyWard, listWhyElsewhere
    case listWhyOnly, listWhyBest, listWhyShared
    case planNone, planColumns, planUnmet, planMost, tables, tableIndicators, tableFormerWards, tableGroups
    case tableTypes, tableProcedures, tableDeclared, columnIndicator
    case columnBase, columnGroup, columnFormerWard, columnVisits, columnMinutes, columnForce
    case columnMet, columnVolunteers, columnGain, columnBarrier, columnReason, columnHouseholds,
        columnWouldTake
    case notEnough, noData
    case hiddenSmall, outOf, target, howRead, readingSum, repairs, issues, issueLine, limits
    case weightingColumn, weightingRegistry, weightingEqual, methodNote, targetNote, modelNote, listTitle
    case listObjective, listObjectiveText, listWhere, listTask, listWhen, listWhenText, listStaff
    case listExpires, listExpiresText, listNever, listNeverText, listQuota, listQuotaText
    case listOutcome, listNote, listPhone, listTime, listMinutes, listDoorNumber, listDoorOutcome,
        listDoorMinutes, outcomeDone
    case outcomePartly, outcomeAppointment, outcomeNotHome, outcomeRefused, outcomeAway, outcomeMoved
    case outcomeNotFound, outcomeLanguage, outcomeWrongContact, outcomeNever, findingBelow, findingAbove
    case findingOpen, findingSelf, findingMainBarrier, findingMainOpen, findingEquipment, findingAccess
    case findingProcess, findingReady, findingNoData, findingAmongAsked, findingOnlineOnly
    case besideSample, response, responseUnknown
    case findingOnlyBarrier, findingOnlyBarrierFirst
    case savingsTitle, savingsSentence, savingsSentencePer100, savingsHidden, savingsPlan, savingsTable
    case savingsTablePer100, savingsAssumptions, savingsTruncated, savingsWhole, columnPart,
        columnCounterHours
    case columnHouseholdHours, columnCost, columnVisitsAvoided, columnAnswered
    case equipmentTitle, equipmentTotal, equipmentTotalAsked, equipmentNearSites, equipmentPoints
    case equipmentNoPlace, equipmentNoPoints, equipmentSomeWithoutPlace, equipmentEvening,
        equipmentEveningMost
    case equipmentEveningNotMost, equipmentEveningOpen, equipmentTable, equipmentWards, equipmentAssumptions
    case equipmentStandIn, equipmentAskedOnly, columnPlace, columnGroupsReached, columnLacking, columnSoFar
    case columnEvening, smallCount
    case officialTitle, officialInside, officialAbove, officialBelow, officialNotTellable, officialWhy
    case officialNoSamplingError, officialMissing, officialNoMonth, officialSumOfProcedures, officialTable
    case officialSource, officialSurvey, officialSurveyPeriod, columnSource, columnDossiers, columnPeriod,
        columnRate
    case outlookInterviews, outlookToShow, outlookTooMany, outlookChange, outlookChangeOnce, findingChangeFew
    case findingChangeOverlap, changeOverlap, changeOverlapFrom, changeTitleSeveral
    case findingRose, findingFell, findingChangeOpen, findingFigureRose
    case findingFigureFell, findingGroupsBelow, findingModelWards, findingModelShifted, findingSeriesCut
    case changeTitle, changeIntro, changeTable, changeNone, changeTested, columnChange, columnSince,
        columnVerdict
    case verdictRose, verdictFell, verdictOpen, columnModelled, columnBelowTarget, columnRank
    case tableModelled, modelledNote
    case columnShareInterval, columnType, columnProcedure, columnBaseDossiers, columnHourGroup,
        columnHourFirst
    case columnHourOfADay, planByGroup, planHours
    case groupsTitle, groupsIndex, columnInterviews, groupTitle, groupAsked, groupInShort, groupUptake,
        groupUptakeModelled, groupUptakeHidden,
        groupChance
    case groupBarrier, groupNoVisits, groupVisits, groupTable, groupModelNote, groupComers, groupWhoComes
    case groupCodesOnly, groupOpen, groupTasks, groupTaskAnnounce, groupTaskDoors, groupTaskSession
    case columnOwnAnswers, columnWholeWard, columnVolunteer, columnNamed, columnQuota, columnSessions
    case columnHouseholdCodes, columnName, bookletTitle, allForces, bookletSum, bookletIndex, bookletPrivacy
    case messageUptake, intervalOf, messagePlan, messageEnd, columnLower, columnUpper, columnCount, columnOf,
        unitMinutes, columnSentence
    case publicUptake, publicRose, publicFell, publicChangeOpen, publicChangeOverlap, publicBarrier
    case publicTitle, publicHidden, publicRounded, publicTarget
    case listNoteAgain, listAsk, listAskLine, listDoorSteps, listDoorStepsText, listOuting, listOutingText,
        listWeek, weightedShare
    case visitsOfGroup, listDoorCodes, listOutcomeOther
    case planFollowUps, listFollowsUp, listIsFollowedUp, listCompanion, listCompanionLeads
    case bookletOutings, columnDay, columnWith, columnCover
    case listStreets, listOdd, listEven, listNumbers, listNumbersFrom, listNumbersTo
    case doNotConclude, notEmptyGroups, notChange, notPlan, notGroups, notOfficial, legendNone
    case contents, moreCharts, columnPage, mapSynthetic, mapWithoutShape, chartMonths, chartMonthsCaption,
        chartWards, chartWardsCaption, monthMore, planHourOf, planHourRangeOf, planHoursSentence
    case neverAsked, askContact, listResidents, listWord, listWordText, listPolice, listPoliceText
    case listQuotaPolice, listQuotaPoliceText, noticeTitle, noticeComers, noticeComer, noticeTimes
    case noticeNoTimes, noticeInvited, noticeSession, noticeNobody, noticeWord, groupTaskPolice
    case groupRefusals, columnPhone, columnTimes, publicVisitsNamed, publicVisitsDoors, publicVisitsPolice
    case publicVisitsSessions, publicAsked, legendNoInterviews, legendNoVisits, mapNoInterviews, forcesAnd
    case publicAsPublished, publicStopped, publishedTitle, publishedNote, publishedTables, publishedNone
    case publishedChange, publishedBarrier, columnFigure, columnPublished, columnAtPresent
}

/// The catalogue of one language.
package struct Words: Sendable {
    package let language: Language
    package let numbers: NumberStyle

    package init(_ language: Language) {
        self.language = language
        numbers = NumberStyle(language)
    }

    /// The text of a key; "{name}" is replaced by the value of that name.
    package func text(_ word: Word, _ values: [String: String] = [:]) -> String {
        let text = Self.catalogue(language)[word] ?? word.rawValue
        return values.isEmpty ? text : Self.filled(text, values)
    }

    /// Each "{name}" that has a value gives way to it. What a value says is never read again.
    private static func filled(_ text: String, _ values: [String: String]) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
        {
            let name = String(rest[rest.utf8.index(after: open)..<close])
            let after = rest.utf8.index(after: close)
            filled += rest[..<open]
            if let value = values[name] { filled += value } else { filled += rest[open..<after] }
            rest = rest[after...]
        }
        return filled + rest
    }

    /// Keys without a text: empty, or a test fails.
    package static func missing(in language: Language) -> [Word] {
        Word.allCases.filter { catalogue(language)[$0] == nil }
    }

    private static func catalogue(_ language: Language) -> [Word: String] {
        language == .vi ? allVietnamese : allEnglish
    }

    private static let allVietnamese = vietnamese.merging(supportVietnamese) { first, _ in first }
        .merging(changeVietnamese) { first, _ in first }
        .merging(reportVietnamese) { first, _ in first }
        .merging(sendersVietnamese) { first, _ in first }
        .merging(publicationVietnamese) { first, _ in first }
    private static let allEnglish = english.merging(supportEnglish) { first, _ in first }
        .merging(changeEnglish) { first, _ in first }
        .merging(reportEnglish) { first, _ in first }
        .merging(sendersEnglish) { first, _ in first }
        .merging(publicationEnglish) { first, _ in first }
}
