// swift-tools-version: 6.2
import PackageDescription

// Measurements that are no tests: how often intervals cover the truth.
let package = Package(
    name: "sansang-benchmarks",
    dependencies: [.package(name: "sansang", path: "..")],
    targets: [
        .executableTarget(
            name: "coverage", dependencies: [.product(name: "SurveyStatistics", package: "sansang")])
    ]
)
