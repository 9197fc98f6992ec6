internal import Basics

/// The households of several pages, in groups that stand in the same cells with the same weight on every page.
struct ReleasePanel {
    struct Group {
        let size: Int
        /// By page: place in the page's list of households; nil where they are not on it.
        let places: [Int?]
    }

    let groups: [Group]

    init(_ pages: [PublishedPage]) {
        if pages.count == 1 {
            groups = pages[0].households.enumerated().map {
                Group(size: $0.element.households.count, places: [$0.offset])
            }
            return
        }
        var known = KeyTable()
        // By page, then household of any page: the number of its place, from 1.
        var placed: [[UInt32]] = []
        for page in pages {
            var own: [UInt32] = []
            for (place, alike) in page.households.enumerated() {
                for household in alike.households {
                    let number = known.number(of: household)
                    if own.count <= number { own += Array(repeating: 0, count: Int(number) + 1 - own.count) }
                    own[Int(number)] = UInt32(place + 1)
                }
            }
            placed.append(own)
        }
        var numbers = Array(repeating: UInt32(0), count: known.keys.count)
        for own in placed {
            var pairs = KeyTable()
            pairs.code(&numbers, numbers.count) { number, household in
                UInt64(number) << 32 | UInt64(household < own.count ? own[household] : 0)
            }
        }
        var groups: [Group] = []
        var sizes: [Int] = []
        for (household, number) in numbers.enumerated() {
            if Int(number) == sizes.count {
                sizes.append(0)
                groups.append(
                    Group(
                        size: 0,
                        places: placed.map { own in
                            household < own.count && own[household] > 0 ? Int(own[household]) - 1 : nil
                        }))
            }
            sizes[Int(number)] += 1
        }
        self.groups = zip(groups, sizes).map { Group(size: $1, places: $0.places) }
    }
}
