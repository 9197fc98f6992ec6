// swift-tools-version: 6.2
import PackageDescription

// The flow, top to bottom; a target imports only targets above it.
//
//              Basics               what does every room need?   random numbers, text
//   CLibCSV ─▶ CSVReader            how is a file read?          bytes, sheets → records with positions
//                 │
//                 ▼
//              SurveyData           what is a household?         codebook, answers, checks, registry
//                 │   SurveyStatistics  how sure are we?         design → estimates with intervals
//                 │      │
//                 │      ├─▶ SurveyEstimate   what does any CSV say?   columns, condition → estimates
//                 ▼      ▼
//   CClp ─▶ LinearPrograms ┐        what is the most?            a linear programme → its optimum
//                 │        │
//              Readiness ◀─┤        what does the survey say?    uptake, cascade, barriers, gate, what may be published
//                 │        ▼
//              VolunteerDeployment  who goes where?              needs → plan → lists
//                 │
//              SurveyReports        what do people read?         content → pages, tables, JSON
//                 │
//  CXlsxWriter ─▶ MonthlyAnalysis      the whole path               Pipeline.swift reads as the story
//                 │
//              sansang-cli          the same in a terminal       (beside SyntheticWard: a made-up ward)

let shared: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
/// For targets that call C.
let atTheEdge = shared + [.strictMemorySafety()]

let package = Package(
    name: "sansang",
    products: [
        .executable(name: "sansang", targets: ["sansang-cli"]),
        .library(name: "SurveyStatistics", targets: ["SurveyStatistics"]),
    ],
    dependencies: [
        // The command line: parsing, help, completions. Apache-2.0. Without it: our own flag parser.
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        // YAML of codebook and playbook. MIT. Without it: a format nobody has an editor for.
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(name: "CIconv"),
        .target(name: "CFieldScan"),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .target(name: "Basics", dependencies: ["Yams"], swiftSettings: shared),
        .target(
            name: "CSVReader", dependencies: ["Basics", "CLibCSV", "CIconv", "CFieldScan", "CZip", "CExpat"],
            swiftSettings: atTheEdge),
        .target(
            name: "SurveyData",
            dependencies: ["Basics", "CSVReader"],
            resources: [.embedInCode("Codebooks/ward.yaml")],
            swiftSettings: shared),
        .target(name: "SurveyStatistics", dependencies: ["Basics"], swiftSettings: shared),
        .target(
            name: "SurveyEstimate", dependencies: ["Basics", "CSVReader", "SurveyStatistics"],
            swiftSettings: shared),
        .systemLibrary(name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
        .target(name: "LinearPrograms", dependencies: ["CClp"], swiftSettings: atTheEdge),
        .target(
            name: "Readiness",
            dependencies: ["Basics", "CSVReader", "LinearPrograms", "SurveyData", "SurveyStatistics"],
            swiftSettings: shared),
        .target(
            name: "VolunteerDeployment",
            dependencies: [
                "Basics", "LinearPrograms", "Readiness", "SurveyData", "SurveyStatistics",
            ],
            resources: [.embedInCode("Playbooks/ward.yaml")],
            swiftSettings: atTheEdge),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev", "zlib1g-dev"])]),
        // Tests read workbooks back with it.
        // Renames at one instant, and signals: what Swift's Glibc module lacks.
        .systemLibrary(name: "CSystem"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "SurveyReports",
            dependencies: [
                "Basics", "VolunteerDeployment", "Readiness", "SurveyData", "SurveyStatistics",
            ],
            resources: [.embedInCode("Pages/report.css"), .embedInCode("Schema/summary.schema.json")],
            swiftSettings: atTheEdge),
        .target(
            name: "MonthlyAnalysis",
            dependencies: [
                "Basics", "CSystem", "CXlsxWriter", "SurveyReports", "VolunteerDeployment", "Readiness",
                "SurveyData",
                "SurveyStatistics", "CSVReader",
            ],
            resources: [.embedInCode("PDF/pages.py")],
            swiftSettings: atTheEdge),
        .target(name: "SyntheticWard", dependencies: ["Basics"], swiftSettings: shared),
        .executableTarget(
            name: "sansang-cli",
            dependencies: [
                "Basics", "MonthlyAnalysis", "SyntheticWard", "SurveyReports", "VolunteerDeployment",
                "Readiness",
                "SurveyData", "SurveyEstimate", "SurveyStatistics",
                "CSVReader",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: shared,
            // Relocations are read-only and made at the start, so that nothing rewrites where a call goes.
            linkerSettings: [
                .unsafeFlags(["-Xlinker", "-z", "-Xlinker", "relro", "-Xlinker", "-z", "-Xlinker", "now"])
            ]
        ),
        // Tries bytes in every way of reading; Benchmarks/fuzz builds it for libFuzzer.
        .executableTarget(
            name: "Fuzzing",
            dependencies: ["CSVReader", "SurveyData", "Readiness", "SurveyReports", "VolunteerDeployment"],
            swiftSettings: shared),
        // Coverage of intervals, false alarms and power, plans against simpler ways, what readers of public pages work out,
        // and reading alone, on made-up wards;
        // Benchmarks/run and Benchmarks/survey run it.
        .executableTarget(
            name: "Simulations",
            dependencies: [
                "Basics", "CSVReader", "MonthlyAnalysis", "Readiness", "SurveyData", "SurveyStatistics",
                "SyntheticWard", "VolunteerDeployment",
            ], swiftSettings: shared),
        // What several test targets need.
        .target(
            name: "TestSupport", dependencies: ["Basics", "CZlib"], path: "Tests/TestSupport",
            swiftSettings: atTheEdge),
        .testTarget(name: "BasicsTests", dependencies: ["Basics"], swiftSettings: shared),
        .testTarget(
            name: "CSVReaderTests", dependencies: ["Basics", "CSVReader", "Fuzzing", "TestSupport"],
            swiftSettings: shared),
        .testTarget(
            name: "SurveyDataTests",
            dependencies: ["Basics", "SurveyData", "CSVReader", "SyntheticWard", "TestSupport"],
            swiftSettings: shared),
        .testTarget(
            name: "SurveyStatisticsTests", dependencies: ["Basics", "SurveyStatistics", "TestSupport"],
            swiftSettings: shared
        ),
        .testTarget(
            name: "SurveyEstimateTests",
            dependencies: ["Basics", "SurveyEstimate", "SurveyStatistics", "TestSupport"],
            swiftSettings: shared),
        .testTarget(
            name: "ReadinessTests",
            dependencies: [
                "Basics", "Readiness", "CSVReader", "SurveyData", "SurveyStatistics", "SyntheticWard",
                "TestSupport",
            ],
            swiftSettings: shared),
        .testTarget(
            name: "SurveyReportsTests",
            dependencies: ["Basics", "Readiness", "SurveyReports", "SurveyData", "TestSupport"],
            swiftSettings: shared),
        .testTarget(
            name: "MonthlyAnalysisTests",
            dependencies: ["Basics", "MonthlyAnalysis", "SurveyReports", "TestSupport"],
            swiftSettings: shared),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "Basics", "sansang-cli", "SyntheticWard", "SurveyData", "TestSupport", "VolunteerDeployment",
            ],
            swiftSettings: shared),
        .testTarget(
            name: "VolunteerDeploymentTests",
            dependencies: [
                "Basics", "LinearPrograms", "VolunteerDeployment", "Readiness", "SurveyData",
                "SurveyStatistics", "TestSupport",
            ],
            swiftSettings: shared),
        .testTarget(
            name: "SimulationsTests", dependencies: ["Readiness", "Simulations"], swiftSettings: shared),
        .testTarget(
            name: "SyntheticWardTests", dependencies: ["Basics", "SyntheticWard"], swiftSettings: shared),
    ]
)
