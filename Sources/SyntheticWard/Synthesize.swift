/// Makes a ward whose truth is known: surveys, registry, volunteers, the true values, and a note that all of it is
/// invented.
///
/// Files, in this order: `YYYY-MM.csv` for each month, `groups.csv`, `volunteers.csv`, `registry.csv`, `map.geojson`, `truth.json`,
/// `README.txt`. Surveys, groups, volunteers and registry say of each row that it is made up, in their last column.
/// Equal settings make equal bytes; another dialect holds the same households and answers.
///
/// ```swift
/// let files = synthesize(SyntheticWardSettings(households: 4_000, months: 2, seed: 7))
/// ```
package func synthesize(_ settings: SyntheticWardSettings) -> [SyntheticFile] {
    let survey = SyntheticSurvey(settings)
    let population = survey.population
    let months = survey.months.indices.map { month in
        SyntheticFile(name: survey.months[month].text + ".csv") { _ in survey.file(month: month) }
    }
    // Places are in hundred-thousandths of a degree.
    let places = population.groups.map {
        (code: $0.id, latitude: Double($0.latitude) / 100_000, longitude: Double($0.longitude) / 100_000)
    }
    return months + [
        SyntheticFile(name: "groups.csv") { _ in population.registryFile() },
        SyntheticFile(name: "volunteers.csv") { _ in population.volunteersFile() },
        population.householdsFile,
        SyntheticFile(name: "map.geojson") { _ in Array(syntheticMap(of: places).utf8) },
        SyntheticFile(name: "truth.json") { _ in survey.truthFile() },
        SyntheticFile(name: "README.txt") { _ in Array(readme(settings).utf8) },
    ]
}

private func readme(_ settings: SyntheticWardSettings) -> String {
    """
    DỮ LIỆU GIẢ - SYNTHETIC DATA

    Mọi hộ, tổ dân phố, phường cũ, tên người, địa chỉ, số điện thoại và tọa độ ở đây đều do máy tạo ra.
    Không ai trong số này có thật. Không dùng các con số này để nói về bất kỳ phường nào.

    Every household, residential group, former ward, name, address, telephone number and coordinate here was
    made by a program. Nobody here exists. These figures say nothing about any real ward.

    seed          \(settings.seed)
    population    \(settings.population) households
    interviews    \(settings.households) households a month, drawn at random within each residential group
    months        \(settings.months), from \(settings.firstMonth.text)
    dialect       \(settings.dialect.rawValue)

    YYYY-MM.csv     the interviews of a month; some rows are spoiled on purpose
    groups.csv      the residential groups and how many households they have
    volunteers.csv  youth, police and women who can be sent
    registry.csv    every household of the ward, asked or not
    map.geojson     made-up borders of the residential groups
    truth.json      the true values of the whole population, and the spoiled rows counted by kind

    The last column of these files (synthetic, or "Dữ liệu mẫu") says of each row that it is made up: keep it, and every report
    made of them says so too.

    About half of a month's households were also asked the month before. Missing answers are missing at random.

    """
}
