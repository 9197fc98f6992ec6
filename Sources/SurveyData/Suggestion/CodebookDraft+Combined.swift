internal import Basics
internal import CSVReader

/// Questions that a file asks in several columns, or in a list.
extension CodebookDraft {
    /// Dossiers handed in at the counter, and those filed online: their sum is all dossiers.
    mutating func takeSums() {
        let counts = left.filter { $0.isNumeric && $0.share { Int($0) ?? 99 < 60 } == 1 }
        let online = counts.filter { $0.words.has(Self.online) && !$0.allWords.has(Self.notCounted) }
        let counter = counts.filter { $0.words.has(Self.counter) && !$0.allWords.has(Self.notCounted) }
        let areDossiers = counts.contains { $0.allWords.has(Self.dossiers) } || online.count > 1
        if isFree(.proceduresOnline), areDossiers, let first = online.first,
            var guess = guess(.proceduresOnline, first, "dossiers, by the headers", least: 0.8)
        {
            if online.count > 1 { guess.source = .sum(online) }
            guesses.append(guess)
            taken.formUnion(online.map(\.place))
        }
        guard isFree(.proceduresTotal), let place = place(of: .proceduresOnline), let first = counter.first,
            let answers = guess(.proceduresTotal, first, "", least: 0.8)?.answers
        else { return }
        let own: [ColumnProfile]
        switch guesses[place].source {
        case .header(let column): own = [column]
        case .sum(let columns): own = columns
        default: return
        }
        taken.formUnion(counter.map(\.place))
        guesses.append(
            Guess(
                variable: .proceduresTotal, source: .sum((counter + own).sorted { $0.place < $1.place }),
                evidence: "dossiers at the counter and online, added", answers: answers))
    }

    /// Desktops, laptops and tablets are computers (ITU HH4), each in a column of its own.
    mutating func takeComputers() {
        guard let place = place(of: .computer), case .header(let first) = guesses[place].source else {
            return
        }
        let others = left.filter { column in
            column.words.has(Self.computers) && !column.words.has(Self.noComputers)
                && Self.group(of: column) == Self.group(of: first)
                && guess(.computer, column, "", least: 0.9).map { saysYesOrNo($0.answers) } ?? false
        }
        guard !others.isEmpty, saysYesOrNo(guesses[place].answers) else { return }
        taken.formUnion(others.map(\.place))
        guesses[place].source = .anyYes(([first] + others).sorted { $0.place < $1.place })
        guesses[place].evidence = "computers of several kinds: yes where one of them is"
    }

    /// Devices of a household in one cell: "Điện thoại thông minh; Tivi".
    mutating func takeDeviceLists() {
        let kinds: [(variable: Variable, words: Phrases)] = [
            (.smartphone, Self.smartphones), (.computer, Self.computers),
        ]
        for column in left where column.allWords.has(Self.devices) && !column.isPersonal && !column.isNumeric
        {
            let items = Self.items(of: column)
            guard items.count <= Self.mostItems, items.count < column.given,
                !items.contains(where: { HeaderWords($0).has(Self.lacks) })
            else { continue }
            for (variable, words) in kinds where isFree(variable) {
                let own = items.filter {
                    let item = HeaderWords($0)
                    return item.has(words) && !item.has(Self.noComputers)
                        && !["khac", "other"].contains(item.all.first ?? "")
                }
                if own.isEmpty { continue }
                guesses.append(
                    Guess(
                        variable: variable, source: .list(column, items: own),
                        evidence: "the header has devices, and the cells list them"))
                taken.insert(column.place)
            }
        }
    }

    /// "SL điện thoại thông minh": a number of things is yes.
    mutating func takeAmounts() {
        for (variable, words) in [(Variable.smartphone, Self.smartphones), (.computer, Self.computers)]
        where isFree(variable) {
            let columns = left.filter {
                $0.words.has(words) && $0.isNumeric && !$0.isPersonal && $0.share { Int($0) ?? 99 < 20 } == 1
            }
            guard let column = columns.first else { continue }
            take(
                column,
                Guess(
                    variable: variable, source: .amount(column), evidence: "a number of devices: 0 is no"))
        }
    }

    private func place(of variable: Variable) -> Int? { guesses.firstIndex { $0.variable == variable } }

    private func saysYesOrNo(_ answers: DraftAnswers?) -> Bool {
        guard let answers, answers.open.isEmpty else { return false }
        let known = Set(knowledge.yesNo.flatMap(\.texts).map(fold))
        return answers.texts.flatMap(\.texts).allSatisfy { known.contains(fold($0)) } && !answers.isNumbered
    }

    /// What stands before the last part of a header's path.
    private static func group(of column: ColumnProfile) -> String {
        column.header.lastIndex(of: "/").map { fold(String(column.header[..<$0])) } ?? ""
    }

    /// The different items of a column's lists, in order of their first letters.
    private static func items(of column: ColumnProfile) -> [String] {
        var items: [String: String] = [:]
        for item in column.answers.flatMap({ AnswerList.items($0.text) }) {
            let key = fold(item)
            items[key] = min(items[key] ?? item, item)
        }
        return items.values.sorted()
    }

    /// More different items are texts.
    private static let mostItems = 40

    private static let dossiers: Phrases = ["ho so", "dossier*", "thu tuc", "application*"]
    private static let online: Phrases = ["truc tuyen", "qua mang", "online", "dich vu cong"]
    private static let counter: Phrases = [
        "truc tiep", "tai quay", "quay", "mot cua", "counter", "in person", "tai phuong", "tai tru so",
        "ban giay",
    ]
    private static let notCounted: Phrases = ["cach", "biet", "ly do", "ty le", "%", "phan tram"]
    private static let smartphones: Phrases = [
        "smartphone*", "dien thoai thong minh", "dt thong minh", "dttm", "iphone",
    ]
    private static let computers: Phrases = [
        "computer*", "laptop*", "may tinh", "may vi tinh", "desktop*", "tablet*", "pc", "ipad", "notebook",
        "mtb", "mtxt",
    ]
    private static let noComputers: Phrases = [
        "bo tui", "cam tay", "bao nhieu", "so luong", "su dung", "dung", "biet", "use*", "using", "skill*",
    ]
    private static let devices: Phrases = [
        "thiet bi", "device*", "phuong tien", "trong nha co", "nha co", "gia dinh co", "so huu", "own*",
    ]
    private static let lacks: Phrases = [
        "khong co dien thoai", "khong co may", "khong co thiet bi de", "thieu",
    ]
}
