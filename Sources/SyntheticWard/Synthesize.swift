/// Makes a ward whose truth is known: surveys, registry, volunteers, the true values, and a note that all of it is
/// invented.
///
/// Files, in this order: `YYYY-MM.csv` for each month, `groups.csv`, `volunteers.csv`, `map.geojson`, `truth.json`, `README.txt`.
/// Equal settings make equal bytes; another dialect holds the same households and answers.
///
/// ```swift
/// let files = synthesize(SyntheticWardSettings(households: 4_000, months: 2, seed: 7))
/// ```
package func synthesize(_ settings: SyntheticWardSettings) -> [SyntheticFile] {
    let survey = SyntheticSurvey(settings)
    var files = survey.months.indices.map { month in
        SyntheticFile(name: survey.months[month].text + ".csv", bytes: survey.file(month: month))
    }
    files.append(SyntheticFile(name: "groups.csv", bytes: survey.population.registryFile()))
    files.append(SyntheticFile(name: "volunteers.csv", bytes: survey.population.volunteersFile()))
    // Places are in hundred-thousandths of a degree.
    let places = survey.population.groups.map {
        (code: $0.id, latitude: Double($0.latitude) / 100_000, longitude: Double($0.longitude) / 100_000)
    }
    files.append(SyntheticFile(name: "map.geojson", bytes: Array(syntheticMap(of: places).utf8)))
    files.append(SyntheticFile(name: "truth.json", bytes: survey.truthFile()))
    files.append(SyntheticFile(name: "README.txt", bytes: Array(readme(settings).utf8)))
    return files
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
    groups.csv      the registry: residential groups and their households
    volunteers.csv  youth, police and women who can be sent
    map.geojson     made-up borders of the residential groups
    truth.json      the true values of the whole population, and the spoiled rows counted by kind

    About half of a month's households were also asked the month before. Missing answers are missing at random.

    """
}
