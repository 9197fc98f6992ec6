internal import Basics
internal import CSVReader

/// Questions that a file asks in several columns, or in a list.
extension CodebookDraft {
    /// Dossiers handed in at the counter, and those filed online: their sum is all dossiers.
    mutating func takeSums() {
        let counts = left.filter { $0.isNumeric && $0.allWords.has(Self.dossiers) }
        if isFree(.proceduresOnline),
            let column = counts.first(where: { $0.words.has(Self.online) && !$0.words.has(Self.notCounted) }),
            let guess = guess(.proceduresOnline, column, "dossiers, by the header's groups", least: 0.8)
        {
            take(column, guess)
        }
        guard isFree(.proceduresTotal), let place = place(of: .proceduresOnline),
            case .header(let online) = guesses[place].source,
            let counter = counts.first(where: { $0.words.has(Self.counter) && !taken.contains($0.place) }),
            let answers = guess(.proceduresTotal, counter, "", least: 0.8)?.answers
        else { return }
        taken.insert(counter.place)
        guesses.append(
            Guess(
                variable: .proceduresTotal, source: .sum([counter, online]),
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
        "truc tiep", "tai quay", "mot cua", "counter", "in person", "tai phuong", "tai tru so", "ban giay",
    ]
    private static let notCounted: Phrases = ["cach", "biet", "ly do", "ty le", "%", "phan tram"]
    private static let smartphones: Phrases = [
        "smartphone*", "dien thoai thong minh", "dt thong minh", "iphone",
    ]
    private static let computers: Phrases = [
        "computer*", "laptop*", "may tinh", "may vi tinh", "desktop*", "tablet*", "pc", "ipad", "notebook",
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
